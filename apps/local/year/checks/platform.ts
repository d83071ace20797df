import { none, same } from './check.ts';
import type { Check } from './check.ts';
import { doubtsOf } from '../doubts.ts';
import type { DoubtOfYear } from '../doubts.ts';
import { pagesOf } from '../pages.ts';
import { platformKey } from '../platform.ts';
import type { Year } from '../year.types.ts';
import type { Http } from '../../../../scenarios/http.ts';

interface Batch {
  readonly id: string;
  readonly name: string;
  readonly quality: {
    readonly rows: number;
    readonly accepted: number;
    readonly unchanged: number;
    readonly quarantined: number;
  };
}
interface Row {
  readonly batch: string;
  readonly row: number;
  readonly status: string;
  readonly unit: string | null;
  readonly reason: string | null;
}
interface DoneTask {
  readonly elementId: string;
  readonly endedBy: string | null;
}

/** Four sheets were sound and came twice, two were not: what is stored is the four, whole; what was hit can be shown. */
export async function checkPlatform(of: Year): Promise<readonly Check[]> {
  const http = await of.signIn('cdi.oversight');
  const source = `/platform/sources/${platformKey(of)}`;
  const batches = await pagesOf<Batch>(http, `${source}/batches`);
  const rows = await pagesOf<Row>(http, `${source}/rows`);
  const stored = Map.groupBy(rows, ({ batch }) => batch);
  const half = batches.filter(({ id, quality }) => {
    const { rows: sent, accepted, unchanged, quarantined } = quality;
    return stored.get(id)?.length !== sent || accepted + unchanged + quarantined !== sent;
  });
  const unexplained = rows.filter(({ status, reason }) => status === 'discarded' && !reason);
  const bad = rows.filter(({ status }) => status === 'quarantined').length;
  return [
    same('重复报送和不合格的批次没有留下数据', batches.length, 4),
    none('没有只装入一半的批次', half.map(({ name }) => name), batches.length),
    none('弃用的坏行都有理由', unexplained.map(({ batch, row }) => `${batch} ${row}`), rows.length),
    { name: '坏行留在隔离区，不进入指标', holds: rows.every(({ status, unit }) => status !== 'accepted' || unit !== null), counted: `待处理 ${bad} / ${rows.length}` },
    ...(await checkDoubts(of, rows)),
  ]; // prettier-ignore
}

async function checkDoubts(of: Year, rows: readonly Row[]): Promise<readonly Check[]> {
  const doubts = await doubtsOf(of);
  const unitAt = new Map(rows.map(({ batch, row, unit }) => [`${batch} ${row}`, unit]));
  const rootless = doubts.filter(
    ({ rows: behind, unit, ruleVersion }) =>
      behind.length === 0 || ruleVersion < 1 || behind.some(([batch, row]) => unitAt.get(`${batch} ${row}`) !== unit),
  );
  const head = await of.signIn('cdi.head');
  const hasty: string[] = [];
  for (const doubt of doubts) if (!(await isJudgedByTwo(head, doubt))) hasty.push(doubt.id);
  const twice = doubts.length - new Set(doubts.map(({ caseId }) => caseId)).size;
  return [
    none('每次预警命中都指明规则版本和数据行', rootless.map(({ id }) => id), doubts.length),
    same('同一疑点没有立两件', twice, 0),
    none('没有疑点未经两人核实而定性或移送', hasty, doubts.length),
  ]; // prettier-ignore
}

/** A doubt that has a verdict, or has left its case as a clue, has been looked at by two people. */
async function isJudgedByTwo(head: Http, { caseId, status }: DoubtOfYear): Promise<boolean> {
  const done = await pagesOf<DoneTask>(head, `/tasks?caseId=${caseId}&status=completed&brief=true`);
  const gone = done.some(({ elementId }) => elementId === 'YD_ROUTE' || elementId === 'TRANSFER_DELIVER');
  if (status === 'open' && !gone) return true;
  const judges = ['YD_CHECK', 'YD_RECHECK'].map((step) => done.find(({ elementId }) => elementId === step)?.endedBy);
  return judges.every((who) => typeof who === 'string') && judges[0] !== judges[1];
}
