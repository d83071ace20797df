import { factsOf, periodName, periodOf } from './opening-cycle.ts';
import type { OpeningCycle, PeriodFacts } from './opening-cycle.ts';
import type { CivilDate } from './time.ts';

/** Names that start variables may use for the period, besides those of the receiver. */
export function openingNamed(
  cycle: OpeningCycle,
  period: string,
  opensOn: CivilDate,
): PeriodFacts & { readonly opensOn: CivilDate; readonly periodName: string } {
  const facts = factsOfPeriod(cycle, period);
  return { ...facts, opensOn, periodName: periodName(facts) };
}

function factsOfPeriod(cycle: OpeningCycle, key: string): PeriodFacts {
  const period = periodOf(cycle, key);
  if (!period) throw new Error(`“${key}” is no period of a ${cycle}`);
  return factsOf(cycle, period);
}

/** “季度自查报告 2026年第三季度（青石镇）”. */
export function openingTitle(
  { name, cycle }: { readonly name: string; readonly cycle: OpeningCycle },
  period: string,
  receiver: string | null,
): string {
  const title = `${name} ${periodName(factsOfPeriod(cycle, period))}`;
  return receiver === null ? title : `${title}（${receiver}）`;
}
