import { agenciesOf, isBusiness } from './caller.ts';
import type { Caller } from './caller.ts';
import type { CaseObject, TaskObject } from './object.queries.ts';

/** A trial is its opener's alone; a real case is open to the people and agencies that have or had a step in it. */
export function mayRead(caller: Caller, object: CaseObject): boolean {
  if (!isBusiness(caller)) return false;
  if (object.trial) return object.familyOpenedBy === caller.user;
  if (object.openedBy === caller.user || object.people.includes(caller.user)) return true;
  return agenciesOf(caller).some((agency) => object.agencies.includes(agency));
}

/** In a trial its opener may do everything, for every role. */
export const actsForAll = (caller: Caller, object: CaseObject): boolean =>
  object.trial && object.familyOpenedBy === caller.user;

const operatingRoles: ReadonlySet<string> = new Set(['supervisor']);

/** Suspend, cancel, correct: the opener, the commission's leader, the head of an agency that has a step in it. */
export function mayOperate(caller: Caller, object: CaseObject): boolean {
  if (actsForAll(caller, object) || object.openedBy === caller.user) return true;
  return caller.posts.some((post) => object.agencies.includes(post.agency) && operatingRoles.has(post.role));
}

/** Whether a post fits what a task asks for; a team's post counts for its parent agency. */
export function isCandidate(caller: Caller, object: CaseObject, task: TaskObject): boolean {
  if (task.candidateUsers.includes(caller.user)) return true;
  if (task.role === null && task.agency === null)
    return task.candidateUsers.length === 0 && object.openedBy === caller.user;
  return caller.posts.some(
    (post) =>
      (task.role === null || post.role === task.role) &&
      (task.agency === null || post.agency === task.agency || post.parent === task.agency),
  );
}

/** Assignee, candidate of an unassigned task, whoever completed it (to withdraw), an operator, a trial's opener. */
export function mayAct(caller: Caller, object: CaseObject, task: TaskObject): boolean {
  if (mayOperate(caller, object)) return true;
  if (task.assignee === caller.user || task.owner === caller.user || task.endedBy === caller.user) return true;
  return isCandidate(caller, object, task);
}
