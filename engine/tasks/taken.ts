import type { DeadlineRule, Period } from '../../domain/period.ts';
import { ruleOf } from '../../domain/period-rule.ts';
import type { Rulebook } from '../command.ts';
import { own } from '../own.ts';

/** What a clock that runs by a rule takes up of new rules; null where it goes on by its own. */
export type Taken = (rule: DeadlineRule) => { readonly rule: DeadlineRule; readonly period: Period } | null;

/** Between two rulebooks: changes of periods that were meant for running clocks too, also where several lie between. */
export function takenBetween({ rules: before = 1 }: Rulebook, { taken = {} }: Rulebook): Taken {
  return ({ period: key }) => {
    const change = key === undefined ? undefined : own(taken, key);
    if (!change || change.rules <= before) return null;
    const rule = ruleOf(change.period);
    return rule && { rule, period: change.period };
  };
}
