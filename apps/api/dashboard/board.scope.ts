import { z } from 'zod';
import { overseesAll } from '../../../domain/access.ts';
import type { Caller } from '../access/caller.ts';
import { withinCircle, withinReach } from '../access/reach.ts';
import { Conditions } from '../lists/conditions.ts';
import { dayIn, startOf } from '../lists/days.ts';

/** What part of the business a board is asked about; all of it where nothing is named. */
export const scopeSchema = z.object({
  agency: z.string().min(1).max(64).optional(),
  definitionKey: z.string().min(1).max(64).optional(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** Whoever oversees all and has stepped back from nothing needs no look at the circles. */
export const seesEverything = (caller: Caller): boolean => overseesAll(caller) && !caller.recused;

/** Where steps are when nothing is asked of their cases. */
export const bareSteps = 'task_view t';

/** Steps of real cases that the caller may see, as conditions on `from`. */
export function stepsWithin(caller: Caller, { agency, definitionKey }: Scope) {
  const where = new Conditions();
  where.add('not t.trial');
  if (agency) where.add(`t.agency = ${where.bind(agency)}`);
  if (definitionKey) where.add(`c.definition_key = ${where.bind(definitionKey)}`);
  const everything = seesEverything(caller);
  if (!everything) withinReach(caller, where);
  const bare = everything && definitionKey === undefined;
  return { from: bare ? bareSteps : `${bareSteps} join case_view c on c.id = t.case_id`, where };
}

/** Real cases that the caller may see, as conditions on `case_view c`; of an agency those it takes part in. */
export function casesWithin(caller: Caller, { agency, definitionKey }: Scope): Conditions {
  const where = new Conditions();
  where.add('not c.trial');
  if (agency) where.add(`c.agencies @> array[${where.bind(agency)}::text]`);
  if (definitionKey) where.add(`c.definition_key = ${where.bind(definitionKey)}`);
  withinCircle(caller, where);
  return where;
}

/** When a step began: its arrival, or the day from which the law counts it where that was before (a case opened for a day past). */
export const begun = `least(t.opened_at, case when t.clock_from not like '____-%' then to_timestamp(t.clock_from::float8 / 1000)
  when t.clock_from::date < ${dayIn('t.opened_at')} then ${startOf('t.clock_from')} end)`;
