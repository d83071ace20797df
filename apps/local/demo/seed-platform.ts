import { civilDateOf } from '../../../domain/civil-date.ts';
import type { SignIn } from './drive.ts';

const contracts = {
  id: 'contracts',
  name: '政府采购合同（示例）',
  provider: 'fin',
  purpose: '监督单一来源采购',
  level: '工作秘密',
  cycle: '每月',
  fields: [
    { name: 'no', title: '合同编号', type: 'text', required: true },
    { name: 'unit', title: '单位', type: 'agency', required: true },
    { name: 'signedOn', title: '签订日期', type: 'day', required: true },
    { name: 'amount', title: '金额（万元）', type: 'number', required: true, min: 0 },
    { name: 'way', title: '采购方式', type: 'code', codes: ['公开招标', '单一来源'] },
  ],
  identity: ['no'],
  unitField: 'unit',
  dayField: 'signedOn',
};
const indicator = {
  key: 'single-source',
  name: '单一来源采购占比',
  source: 'contracts',
  definition: {
    measure: { kind: 'share', of: [{ field: 'way', op: 'eq', value: '单一来源' }] },
    period: 'quarter',
    unit: '%',
    dimensions: ['way'],
    view: { as: 'line', compare: 'units' },
  },
};
const rule = {
  key: 'single-source',
  name: '单一来源占比过高',
  indicator: 'single-source',
  feel: 'if value >= 60 then "red" else if value > 1.5 * average then "yellow" else "green"',
};

const weights = {
  parts: [{ indicator: 'single-source', weight: 1, full: 10, zero: 70 }],
  yellow: 80,
  red: 40,
  reason: '示例',
};

/** A source with two years of contracts, an indicator over it, a rule that is on trial, and weights for 政治生态. Done again it changes nothing. */
export async function seedPlatform(signIn: SignIn): Promise<void> {
  const keeper = await signIn('cdi.oversight');
  if (!(await has(keeper.get('/platform/sources')))) await keeper.post('/platform/sources', contracts);
  await keeper.upload('/platform/sources/contracts/batches', '采购合同.csv', new Blob([sheet()]));
  if (!(await has(keeper.get('/platform/indicators')))) await keeper.post('/platform/indicators', indicator);
  if (!(await has(keeper.get('/platform/rules')))) await keeper.post('/platform/rules', rule);
  if (!(await has(keeper.get('/platform/ecology/model/versions'))))
    await keeper.post('/platform/ecology/model', weights);
}

const has = async (listed: Promise<unknown>): Promise<boolean> =>
  ((await listed) as { readonly total: number }).total > 0;

/** Contracts of last year and this one, up to today; one in fifty has no amount that can be read. */
function sheet(): string {
  const today = civilDateOf(Date.now());
  const year = Number(today.slice(0, 4));
  const lines = [year - 1, year].flatMap((one) =>
    ['unit1', 'unit2', 'unit3'].flatMap((unit, at) =>
      Array.from({ length: 24 }, (_, index) => {
        const month = String(Math.floor(index / 2) + 1).padStart(2, '0');
        const day = `${one}-${month}-${String(5 + at * 7 + (index % 2)).padStart(2, '0')}`;
        const single = (index * 7 + at * 5 + one) % 10 < 2 + at * 2;
        const amount = (index + at) % 50 === 13 ? '待定' : String(20 + ((index * 37 + at * 11) % 180));
        return {
          day,
          line: [`${one}-${unit}-${index + 1}`, unit, day, amount, single ? '单一来源' : '公开招标'].join(','),
        };
      }),
    ),
  );
  const known = lines.filter(({ day }) => day <= today).map(({ line }) => line);
  return ['合同编号,单位,签订日期,金额（万元）,采购方式', ...known, ''].join('\n');
}
