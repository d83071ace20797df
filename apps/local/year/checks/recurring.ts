import { periodsOfYear } from '../../../../domain/opening-cycle.ts';
import { isLeft, openingsOf, recurringOf, recurringReader } from '../recurring.ts';
import type { Year } from '../year.types.ts';
import { none, same } from './check.ts';
import type { Check } from './check.ts';

/** Each recurring procedure has opened as many cases in the year as its cycle has periods, each a case of its own, none left. */
export async function checkRecurring({ signIn, year }: Year): Promise<readonly Check[]> {
  const http = await signIn(recurringReader);
  const procedures = await recurringOf(http);
  const all = await Promise.all(procedures.map(({ id }) => openingsOf(http, id)));
  const openings = all.flat();
  const inYear = openings.filter(({ opensOn, state }) => opensOn.startsWith(`${year}-`) && state !== 'skipped');
  const cases = openings.flatMap(({ caseId }) => caseId ?? []);
  return [
    none(
      '周期程序没有到期未开启的',
      openings.filter(isLeft).map(({ id }) => id),
      openings.length,
    ),
    same('周期程序每期恰好一件', new Set(cases).size, cases.length),
    same(
      '周期程序全年次数等于周期数',
      inYear.length,
      procedures.reduce((sum, { cycle }) => sum + periodsOfYear(cycle, year).length, 0),
    ),
  ];
}
