import { CaseError } from '../../domain/errors.ts';
import type { Actor } from '../command.ts';
import { indexOf } from '../model-index.ts';
import { own } from '../own.ts';
import type { Instance } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { resolveIncident } from '../tokens/forget.ts';
import { openIncident } from '../tokens/incident.ts';
import { requireOnce } from './signer.ts';

type Place = Pick<Task, 'ref' | 'element'>;

const keyOf = (step: Step, ref: string, element: string): string => `${step.model(ref).key}/${element}`;

/** Who may not do this element: they have done one that it must be separate from (ld:notSameAs), or stepped back from the case. */
function excludedFrom(step: Step, { ref, element }: Place): ReadonlySet<string> {
  const others = step.element(ref, element).task?.notSameAs ?? [];
  const { doers = {}, recused = [] } = step.draft.case;
  return new Set([...others.flatMap((other) => own(doers, keyOf(step, ref, other)) ?? []), ...recused]);
}

/** Refuses with NOT_SAME_PERSON who did a step that this one must be separate from, and with ALREADY_SIGNER who signs it already. */
function requireFit(step: Step, task: Task, people: readonly string[]): void {
  requireOnce(step, task, people);
  requireSeparate(step, task, people);
}

export function requireSeparate(step: Step, task: Task, people: readonly string[]): void {
  const { recused = [] } = step.draft.case;
  const away = people.filter((person) => recused.includes(person));
  if (away.length > 0)
    throw new CaseError('RECUSED', '该人员在本案中已回避，不能办理。', { taskId: task.id, users: away });
  if (task.kind !== 'step') return;
  const excluded = excludedFrom(step, task);
  const unfit = people.filter((person) => excluded.has(person));
  if (unfit.length === 0) return;
  const others = step.element(task.ref, task.element).task?.notSameAs ?? [];
  const names = others.map((id) => `“${step.element(task.ref, id).name ?? id}”`).join('、');
  throw new CaseError('NOT_SAME_PERSON', `办理过${names}的人员不能办理本步骤。`, { taskId: task.id, users: unfit });
}

/** Who acts: a deputy and who is acted for. In a trial one person plays every role, which no rule of persons can bind. */
export function requireFitActor(step: Step, task: Task): void {
  const { actor } = step.command;
  if (actor && !actor.everyRole) requireFit(step, task, personsOf(actor));
}

const personsOf = ({ user, onBehalfOf }: Actor): readonly string[] =>
  onBehalfOf === undefined ? [user] : [onBehalfOf, user];

/** Everybody who has had a hand in a step that others must be separate from is remembered for good. */
export function rememberDoer(step: Step, task: Task): void {
  const { actor } = step.command;
  if (task.kind !== 'step' || !indexOf(step.model(task.ref)).separated.has(task.element)) return;
  const played = actor?.everyRole ? task.assignee : null;
  const people = played !== null ? [played] : actor ? personsOf(actor) : [];
  const { case: current } = step.draft;
  const key = keyOf(step, task.ref, task.element);
  const known = own(current.doers ?? {}, key) ?? [];
  current.doers = { ...current.doers, [key]: [...new Set([...known, ...people])] };
}

interface Assigned {
  readonly role: string | null;
  readonly agency: string | null;
  readonly assignee: string | null;
  readonly candidateUsers: readonly string[];
}

/**
 * A step never opens for somebody who may not do it: others of those it names get it. Where there are none it stays
 * where it is, with an incident, until an operator hands it on.
 */
export function leaveOutExcluded<T extends Assigned>(step: Step, instance: Instance, named: T): T {
  const excluded = excludedFrom(step, instance);
  if (excluded.size === 0) return named;
  const { role, agency, assignee, candidateUsers } = named;
  const fit = candidateUsers.filter((user) => !excluded.has(user));
  const isOffered = role !== null || agency !== null || fit.length > 0;
  const nobody = assignee === null && !isOffered;
  const left =
    assignee ?? (nobody && candidateUsers.length === 0 ? step.draft.case.openedBy : (candidateUsers[0] ?? null));
  if (!isOffered && left !== null && excluded.has(left)) {
    const { id, name } = step.elementOf(instance);
    const hasSteppedBack = step.draft.case.recused?.includes(left) ?? false;
    const message = hasSteppedBack
      ? `“${name ?? id}”指定由 ${left} 办理，而该人员在本案中已回避`
      : `“${name ?? id}”应由未办理过前面步骤的人员办理，而流程指定的是 ${left}`;
    const code = hasSteppedBack ? 'RECUSED' : 'NOT_SAME_PERSON';
    openIncident(step, instance.id, new Stuck(code, message, '由主管领导把任务转办给其他人员'));
    return named;
  }
  const others = fit.length > 0 ? fit : candidateUsers;
  return { ...named, assignee: assignee !== null && excluded.has(assignee) ? null : assignee, candidateUsers: others };
}

const incidents: ReadonlySet<string> = new Set(['NOT_SAME_PERSON', 'RECUSED']);

/** Somebody fit has the task now. */
export function settleSeparation(step: Step, { instance }: Task): void {
  for (const { id, code, resolvedAt } of step.draft.incidents.of(instance)) {
    if (incidents.has(code) && resolvedAt === null) resolveIncident(step, id);
  }
}
