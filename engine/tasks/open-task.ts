import type { Mutable } from '../draft.ts';
import type { Element, TaskRule } from '../model.ts';
import { heirOf, isNobodys } from '../people/place.ts';
import { textIn, textsIn } from '../scopes/evaluate.ts';
import type { CarriedClock, Instance } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { admit } from './circle.ts';
import { calendarOf, clockOf, dueOf } from './clock.ts';
import { setClock } from './deadline.ts';
import { leaveOutExcluded } from './separate.ts';

const plain: TaskRule = { outcomes: [], from: 'opened', records: [], returnable: false, withdrawable: false };

/** What the definition says of a task, evaluated for this instance. */
export function attributesOf(step: Step, instance: Instance, element: Element) {
  const rule = element.task ?? plain;
  const priority = Number(textIn(step, instance.id, rule.priority) ?? Number.NaN);
  return {
    name: textIn(step, instance.id, rule.title) ?? element.name ?? element.id,
    agency: textIn(step, instance.id, rule.agency ?? element.laneAgency),
    role: textIn(step, instance.id, rule.role),
    assignee: textIn(step, instance.id, rule.assignee),
    candidateUsers: textsIn(step, instance.id, rule.candidateUsers),
    outcomes: rule.outcomes,
    form: rule.form ?? null,
    letter: rule.letter ?? (rule.chosenLetter ? textIn(step, instance.id, rule.chosenLetter) : null),
    basis: rule.basis ?? element.documentation ?? null,
    priority: Number.isFinite(priority) ? priority : null,
  };
}

interface Opening {
  /** One person's part of a joint signature. */
  readonly signer?: string | null;
  /** The deadline that the task goes on with instead of one of its own. */
  readonly carried?: CarriedClock | null;
}

/** A task of this instance for whoever the step names, with its deadline and alarms. */
export function openTask(
  step: Step,
  instance: Instance,
  element: Element,
  { signer, carried }: Opening = {},
): Mutable<Task> {
  const rule = element.task ?? plain;
  const named = attributesOf(step, instance, element);
  const clock = carried
    ? { ...carried.clock, due: dueOf(carried.clock, calendarOf(step, named.agency)) }
    : clockOf(step, instance, rule, named.agency);
  const attributes = { ...named, ...peopleOf(step, instance, { named, signer }) };
  const id = `${step.draft.case.caseId}.${step.draft.nextId('t')}`;
  step.draft.tasks.add(id, {
    id,
    instance: instance.id,
    element: element.id,
    ref: instance.ref,
    kind: 'step',
    ...attributes,
    owner: null,
    status: 'open',
    outcome: null,
    loopCounter: instance.loopCounter ?? null,
    openedAt: step.now,
    endedAt: null,
    endedBy: null,
    suspendedAt: null,
    clock: null,
    ...(carried && carried.fired.length > 0 ? { fired: carried.fired } : {}),
  });
  const { agency, role, assignee, candidateUsers } = attributes;
  admit(step, rule, { agency, role, people: [assignee, ...candidateUsers] });
  step.journal('task-opened', { elementId: element.id, taskId: id }, { agency, role, assignee });
  if (clock) setClock(step, id, clock);
  return step.draft.tasks.edit(id);
}

/** Who is meant by name; of a joint signature the signer alone. */
function peopleOf(
  step: Step,
  instance: Instance,
  { named, signer }: { named: ReturnType<typeof attributesOf>; signer: Opening['signer'] },
) {
  const isAsked = signer !== undefined && signer !== null;
  const meant = isAsked
    ? { role: null, agency: null, assignee: signer, candidateUsers: [] }
    : { ...named, assignee: named.assignee ?? instance.returnedTo ?? null };
  const { assignee, candidateUsers } = leaveOutExcluded(step, instance, withHeirs(step, meant));
  return { assignee, candidateUsers };
}

/** Who has handed over gets nothing new: it goes to the successor. */
function withHeirs<T extends Pick<Task, 'role' | 'agency' | 'assignee' | 'candidateUsers'>>(step: Step, meant: T): T {
  const { successors, openedBy } = step.draft.case;
  if (successors === undefined) return meant;
  const meantFor = meant.assignee ?? (isNobodys(meant) ? openedBy : null);
  const heir = meantFor === null ? null : heirOf(step, meantFor);
  const isHandedOn = heir !== null && heir !== meantFor;
  const candidateUsers = [...new Set(meant.candidateUsers.map((person) => heirOf(step, person)))];
  return { ...meant, candidateUsers, assignee: isHandedOn ? heir : meant.assignee };
}
