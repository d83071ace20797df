import { addDays, civilDateOf, weekdayOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { Conditions } from '../lists/conditions.ts';
import type { TaskFilter } from './task.schema.ts';
import { asDeputy, group, groupOnce, mine, mineOnce, waiting } from './worklist.scope.ts';

/** A worklist as conditions on `task_view t` of `case_view c`; words are searched for beside it. */
export function worklistConditions(caller: Caller, filter: TaskFilter, now: number): Conditions {
  const where = new Conditions();
  const { scope, caseId, status, trial } = filter;
  if (status) where.add(`t.status = ${where.bind(status)}`);
  else if (!caseId) where.add(`t.status in ('open', 'suspended')`);
  if (caseId) where.add(`t.case_id = ${where.bind(caseId)}`);
  if (trial !== undefined || !caseId) where.add(`t.trial = ${where.bind(trial ?? false)}`);
  const ended = status === 'completed' || status === 'cancelled';
  if (scope === 'mine') (ended ? mineOnce : mine)(caller, where);
  if (scope === 'group') (ended ? groupOnce : group)(caller, where);
  if (scope === 'waiting') waiting(caller, where);
  if (scope === 'deputy') asDeputy(caller, where);
  if (scope === 'agency') where.add(`t.agency = any(${where.bind(caller.posts.map(({ agency }) => agency))}::text[])`);
  narrow(filter, where);
  within(filter, where, now);
  withinReach(caller, where);
  return where;
}

function narrow({ agency, assignee, name, definitionKey, secrecy }: TaskFilter, where: Conditions): void {
  if (agency) where.add(`t.agency = ${where.bind(agency)}`);
  if (assignee) where.add(`t.assignee = ${where.bind(assignee)}`);
  if (name) where.add(`t.name = ${where.bind(name)}`);
  if (definitionKey) where.add(`c.definition_key = ${where.bind(definitionKey)}`);
  if (secrecy) where.add(`c.secrecy = ${where.bind(secrecy)}`);
}

/** 本周 ends on Sunday, which may be a make-up working day. */
export const endOfWeek = (now: number): string => {
  const today = civilDateOf(now);
  return addDays(today, 7 - weekdayOf(today));
};

/** What is overdue is neither of today nor of this week. */
function within({ due, dueFrom, dueTo }: TaskFilter, where: Conditions, now: number): void {
  const instant = () => `${where.bind(new Date(now))}::timestamptz`;
  const until = (day: string) => `t.due_at > ${instant()} and t.due_on <= ${where.bind(day)}::date`;
  if (due === 'overdue') where.add(`t.status = 'open' and t.due_at <= ${instant()}`);
  if (due === 'today') where.add(until(civilDateOf(now)));
  if (due === 'week') where.add(until(endOfWeek(now)));
  if (due === 'none') where.add('t.due_at is null');
  if (dueFrom) where.add(`t.due_on >= ${where.bind(dueFrom)}::date`);
  if (dueTo) where.add(`t.due_on <= ${where.bind(dueTo)}::date`);
}
