import { guest, holdersOf, membersOf } from '../../domain/access.ts';
import type { TaskRule } from '../model.ts';
import { own } from '../own.ts';
import { textsIn } from '../scopes/evaluate.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** Whom a step is offered to. */
interface Offer {
  readonly agency: string | null;
  readonly role: string | null;
  readonly people: readonly (string | null)[];
}

/**
 * Who has or had a step may see the case, and is never forgotten but by ld:leaves:
 * 1. as a rule the whole agency, and where a step names none all who hold its role;
 * 2. in a procedure with ld:circle="posts" only those who hold the role in the agency;
 * 3. by a step with ld:sees="own" as a guest, who sees nothing but such steps;
 * 4. in 2 and 3, where people are named, only these.
 */
export function admit(step: Step, rule: TaskRule | undefined, { agency, role, people }: Offer): void {
  const named = people.filter((person) => person !== null);
  const asGuest = rule?.sees === 'own';
  if (!asGuest && !isByPosts(step)) {
    remember(step, agency, agency === null && role !== null ? [...named, holdersOf(role)] : named);
    return;
  }
  if (named.length > 0) remember(step, null, asGuest ? named.map(guest) : named);
  else if (role !== null)
    remember(step, null, [
      asGuest ? guest(holdersOf(role, agency ?? undefined)) : holdersOf(role, agency ?? undefined),
    ]);
  else if (agency !== null) remember(step, asGuest ? null : agency, asGuest ? [guest(membersOf(agency))] : []);
}

/** Who claims, is handed or completes a task comes in as those it was offered to. */
export function admitPerson(step: Step, task: Task, person: string): void {
  const asGuest = ruleOf(step, task)?.sees === 'own';
  remember(step, null, [asGuest ? guest(person) : person]);
}

/** A task that is given by name there belongs to nobody else of its agency. */
export const isConfined = (step: Step, task: Task): boolean => isByPosts(step) || ruleOf(step, task)?.sees === 'own';

/** ld:leaves of a step that is done: lent people go home. */
export function dismiss(step: Step, task: Task): void {
  const leaves = ruleOf(step, task)?.leaves;
  const gone = textsIn(step, task.instance, leaves);
  const { case: current } = step.draft;
  const left = current.people.filter((name) => gone.some((person) => name === person || name === guest(person)));
  if (left.length === 0) return;
  current.people = current.people.filter((name) => !left.includes(name));
  step.journal('people-left', { elementId: task.element, taskId: task.id }, { people: gone });
}

/** None of a task beside the procedure. */
export const ruleOf = (step: Step, { ref, element }: Task): TaskRule | undefined =>
  own(step.model(ref).elements, element)?.task;

const isByPosts = (step: Step): boolean => step.model(step.draft.case.model).circle === 'posts';

function remember(step: Step, agency: string | null, people: readonly string[]): void {
  const { case: current } = step.draft;
  if (agency !== null && !current.agencies.includes(agency)) current.agencies = [...current.agencies, agency];
  const added = people.filter((person) => !current.people.includes(person));
  if (added.length > 0) current.people = [...new Set([...current.people, ...added])];
}
