import { addDays, civilDateOf, weekdayOf } from '../../../domain/civil-date.ts';
import type { Caller } from '../access/caller.ts';
import { withinReach } from '../access/reach.ts';
import { endOf, startOf } from '../lists/days.ts';
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
  begunAndEnded(filter, where);
  withinReach(caller, where);
  return where;
}

function narrow(filter: TaskFilter, where: Conditions): void {
  const { agency, assignee, name, definitionKey, secrecy, elementId, level } = filter;
  if (agency) where.add(`t.agency = ${where.bind(agency)}`);
  if (assignee) where.add(`t.assignee = ${where.bind(assignee)}`);
  if (name) where.add(`t.name = ${where.bind(name)}`);
  if (elementId) where.add(`t.element_id = ${where.bind(elementId)}`);
  if (level !== undefined) where.add(`t.level = ${where.bind(level)}`);
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

function begunAndEnded({ openedFrom, openedTo, endedFrom, endedTo, late }: TaskFilter, where: Conditions): void {
  if (openedFrom) where.add(`t.opened_at >= ${startOf(where.bind(openedFrom))}`);
  if (openedTo) where.add(`t.opened_at < ${endOf(where.bind(openedTo))}`);
  if (endedFrom) where.add(`t.ended_at >= ${startOf(where.bind(endedFrom))}`);
  if (endedTo) where.add(`t.ended_at < ${endOf(where.bind(endedTo))}`);
  if (late !== undefined) where.add(late ? 't.ended_at > t.due_at' : 't.ended_at <= t.due_at');
}
