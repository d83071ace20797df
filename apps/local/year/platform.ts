import type { Http } from '../../../scenarios/http.ts';
import { chanceOf } from './chance.ts';
import { Surprise } from '../../../scenarios/surprise.ts';
import { contractsOf } from './contracts.ts';
import { pagesOf } from './pages.ts';
import type { Year } from './year.types.ts';

/** The source, its indicator and its rule all bear this name. */
export const platformKey = ({ seed, year }: Pick<Year, 'seed' | 'year'>): string => `year-${seed}-${year}`;
const keeper = 'cdi.oversight';
const reason = '全年演练';

/** A year of the information platform: four batches with bad rows among them, what is wrong refused, a rule run quarter by quarter. */
export async function watchContracts(of: Year): Promise<void> {
  const http = await of.signIn(keeper);
  const key = platformKey(of);
  await define(http, key, of.year);
  const refused = [
    await refusedBatch(http, key, '别的表.csv', '编号,姓名\n1,某人\n'),
    await refusedBatch(http, key, '多数不合格.csv', mostlyBad(of)),
  ];
  for (const quarter of [1, 2, 3, 4]) {
    const sheet = contractsOf(of, quarter);
    await http.upload(`/platform/sources/${key}/batches`, `采购合同第${quarter}季度.csv`, new Blob([sheet]));
    // The clerk presses the button twice.
    await http.upload(`/platform/sources/${key}/batches`, `采购合同第${quarter}季度（再送）.csv`, new Blob([sheet]));
  }
  await handleBadRows(http, key, of.seed);
  let hits = 0;
  for (const quarter of [1, 2, 3, 4]) {
    const ran = (await http.post(`/platform/rules/${key}/run`, { period: `${of.year}-Q${quarter}`, reason })) as Ran;
    hits += ran.raised + ran.known;
  }
  of.say(`监督信息平台收 4 批数据、拒收 ${refused.length} 批，预警命中 ${hits} 次`);
}

interface Ran {
  readonly raised: number;
  readonly known: number;
}

async function define(http: Http, key: string, year: number): Promise<void> {
  if (await listed(http, '/platform/sources', 'id', key)) return;
  await http.post('/platform/sources', {
    id: key,
    name: `政府采购合同（演练 ${key}）`,
    provider: 'fin',
    purpose: '监督单一来源采购',
    level: '工作秘密',
    cycle: '每季度',
    fields: [
      { name: 'no', title: '合同编号', type: 'text', required: true },
      { name: 'unit', title: '单位', type: 'agency', required: true },
      { name: 'signedOn', title: '签订日期', type: 'day', required: true },
      { name: 'amount', title: '金额', type: 'number', required: true, min: 0 },
      { name: 'way', title: '采购方式', type: 'code', codes: ['公开招标', '单一来源'] },
    ],
    identity: ['no'],
    unitField: 'unit',
    dayField: 'signedOn',
    reason,
  });
  const measure = { kind: 'share', of: [{ field: 'way', op: 'eq', value: '单一来源' }] };
  await http.post('/platform/indicators', {
    key,
    name: `单一来源占比（演练 ${key}）`,
    source: key,
    definition: { measure, period: 'quarter', unit: '%' },
    reason,
  });
  const feel = 'if value >= 75 then "red" else if value >= 50 then "yellow" else "green"';
  await http.post('/platform/rules', { key, name: `单一来源占比过高（演练 ${key}）`, indicator: key, feel, reason });
  await http.post(`/platform/rules/${key}/trial`, { year: year - 1, reason });
  await http.post(`/platform/rules/${key}/switch`, { status: 'on', reason });
}

async function listed(http: Http, path: string, field: string, value: string): Promise<boolean> {
  const { items } = (await http.get(path)) as { readonly items: readonly Readonly<Record<string, unknown>>[] };
  return items.some((one) => one[field] === value);
}

/** Whose refusal the rules demand; that nothing of it was taken is counted at the end. */
async function refusedBatch(http: Http, key: string, name: string, content: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const refusal = await http.attempt('POST', `/platform/sources/${key}/batches`, form);
  if (!refusal) throw new Surprise(`${name} 应整批拒收`);
  return refusal.code;
}

function mostlyBad({ city, year }: Year): string {
  const lines = city.map(
    ({ id }, index) => `坏-${index},${id},${year}-03-01,${index % 4 === 0 ? 10 : '待定'},公开招标`,
  );
  return ['合同编号,单位,签订日期,金额,采购方式', ...lines, ''].join('\n');
}

interface BadRow {
  readonly batch: string;
  readonly row: number;
}

/** Half of what lies in quarantine is put right, a quarter left out for good, the rest waits. */
async function handleBadRows(http: Http, key: string, seed: string): Promise<void> {
  for (const { batch, row } of await pagesOf<BadRow>(http, `/platform/sources/${key}/rows?status=quarantined`)) {
    const lot = chanceOf(seed, `${batch}/${row}`);
    if (lot >= 0.75) continue;
    const how = lot < 0.5 ? { data: { amount: 20, way: '公开招标' } } : {};
    await http.post(`/platform/sources/${key}/batches/${batch}/rows`, { row, ...how, reason: '核对合同' });
  }
}
