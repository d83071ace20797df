import { z } from 'zod';
import { overseesAll } from '../../../domain/access.ts';
import type { Caller } from '../access/caller.ts';
import { dayIn, startOf } from '../lists/days.ts';

/** What part of the business a board is asked about; all of it where nothing is named. */
export const scopeSchema = z.object({
  agency: z.string().min(1).max(64).optional(),
  definitionKey: z.string().min(1).max(64).optional(),
});
export type Scope = z.infer<typeof scopeSchema>;

/** Whoever oversees all and has stepped back from nothing needs no look at the circles. */
export const seesEverything = (caller: Caller): boolean => overseesAll(caller) && !caller.recused;

/** When a step began: its arrival, or the day from which the law counts it where that was before (a case opened for a day past). */
export const begun = `least(t.opened_at, case when t.clock_from not like '____-%' then to_timestamp(t.clock_from::float8 / 1000)
  when t.clock_from::date < ${dayIn('t.opened_at')} then ${startOf('t.clock_from')} end)`;
