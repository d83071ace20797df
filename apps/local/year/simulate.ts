import type { Check } from './checks/check.ts';
import { checkDuties } from './checks/duties.ts';
import { checkLedgers } from './checks/ledgers.ts';
import { checkOpen } from './checks/open.ts';
import { checkPlatform } from './checks/platform.ts';
import { checkRecurring } from './checks/recurring.ts';
import { checkReports } from './checks/reports.ts';
import { workCases } from './cases.ts';
import { cityOf } from './city/city.ts';
import { judgeDoubts } from './doubts.ts';
import { runDuties } from './duties.ts';
import { holderIn } from './city/holder.ts';
import { watchContracts } from './platform.ts';
import { reconcileClues } from './reconcile.ts';
import { runRecurring } from './recurring.ts';
import { hearReports } from './reports.ts';
import { settleCity } from './city/settle.ts';
import { signInOfYear } from './city/sign-in.ts';
import { holdTalks } from './talks.ts';
import type { Year } from './year.types.ts';

export interface YearOrder {
  readonly base: string;
  /** Of the demo accounts. */
  readonly password: string;
  readonly seed: string;
  readonly year: number;
  readonly units: number;
  /** Items of the example list of responsibilities, beside what the units of the city owe. */
  readonly items: number;
  readonly say: (line: string) => void;
}

/** A year of a whole city on the running product, and what has to hold at its end. The same order again adds nothing. */
export async function simulateYear(order: YearOrder): Promise<readonly Check[]> {
  const { base, password, seed, year, units, items, say } = order;
  const city = cityOf(seed, units);
  const of: Year = { seed, year, city, say, signIn: signInOfYear(base, password, city), holderOf: holderIn(city) };
  const timed = timing(say);
  await timed('单位、人员、账号', () => settleCity(of.signIn, seed, city));
  await timed('责任清单', () => runDuties(of, items));
  await timed('周期程序', () => runRecurring(of));
  await timed('各类案件', () => workCases(of));
  await timed('监督谈话', () => holdTalks(of));
  await timed('述责述廉', () => hearReports(of));
  await timed('监督信息平台', () => watchContracts(of));
  await timed('疑点核实', () => judgeDoubts(of));
  await timed('线索对账', () => reconcileClues(of));
  const checks: Check[] = [];
  await timed('核对', async () => {
    for (const check of [checkDuties, checkRecurring, checkLedgers, checkReports, checkPlatform, checkOpen])
      checks.push(...(await check(of)));
  });
  return checks;
}

const timing =
  (say: (line: string) => void) =>
  async (part: string, act: () => Promise<void>): Promise<void> => {
    const from = Date.now();
    await act();
    say(`── ${part}：${((Date.now() - from) / 1_000).toFixed(1)} 秒`);
  };
