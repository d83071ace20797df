import { describe, expect, it } from 'vitest';
import { faultsOf, filledIn, judgeRows } from '../../../domain/data-source.ts';
import type { DataSchema, Raw } from '../../../domain/data-source.ts';

const schema: DataSchema = {
  fields: [
    { name: 'no', title: '合同编号', type: 'text', required: true },
    { name: 'unit', title: '单位', type: 'agency', required: true },
    { name: 'signedOn', title: '签订日期', type: 'day', required: true },
    { name: 'amount', title: '金额', type: 'number', required: true, min: 0, max: 1_000_000 },
    { name: 'way', title: '采购方式', type: 'code', required: false, codes: ['公开招标', '单一来源'] },
  ],
  identity: ['no'],
  unitField: 'unit',
  dayField: 'signedOn',
};
const agencies = new Map([
  ['unit1', 'unit1'],
  ['住房局', 'unit1'],
]);
const judge = (...rows: Readonly<Record<string, Raw>>[]) =>
  judgeRows(
    schema,
    rows.map((cells, index) => ({ number: index + 2, cells })),
    agencies,
  );
const good = { no: '甲-1', unit: '住房局', signedOn: '2026年3月5日', amount: '12,500.50', way: '单一来源' };

describe('a row', () => {
  it('is read by the source’s own rules', () => {
    const [row] = judge(good);
    expect(row).toEqual({
      number: 2,
      data: { no: '甲-1', unit: 'unit1', signedOn: '2026-03-05', amount: 12_500.5, way: '单一来源' },
      faults: [],
      identity: '["甲-1"]',
      unit: 'unit1',
      day: '2026-03-05',
    });
  });

  it.each<[string, Readonly<Record<string, Raw>>, string]>([
    ['without a value that it must have', { no: null }, 'EMPTY'],
    ['with an amount that is no number', { amount: '很多' }, 'NOT_A_NUMBER'],
    ['with an amount out of its range', { amount: -1 }, 'OUT_OF_RANGE'],
    ['with a day that does not exist', { signedOn: '2026-02-30' }, 'NOT_A_DAY'],
    ['of a unit that nobody knows', { unit: '某局' }, 'UNKNOWN_UNIT'],
    ['with a value that is not on the list', { way: '口头' }, 'UNKNOWN_CODE'],
  ])('%s is bad', (_, change, code) => {
    const [row] = judge({ ...good, ...change });
    expect([row?.identity, row?.faults.map((fault) => fault.code)]).toEqual([null, [code]]);
  });

  it('that repeats another of its batch is bad, the first is not', () => {
    expect(judge(good, { ...good, amount: 1 }).map(({ identity }) => identity !== null)).toEqual([true, false]);
  });

  it('takes Excel’s number of a day', () => {
    expect(judge({ ...good, signedOn: 46_086 })[0]?.day).toBe('2026-03-05');
  });
});

it('the quality of a batch counts faults and how full each field is', () => {
  const rows = judge(good, { ...good, no: '甲-2', way: null }, { ...good, no: null, amount: '多' });
  expect(faultsOf(rows)).toEqual([
    { field: 'no', code: 'EMPTY', count: 1 },
    { field: 'amount', code: 'NOT_A_NUMBER', count: 1 },
  ]);
  expect(filledIn(schema, rows)).toMatchObject({ no: 0.667, way: 0.667, unit: 1 });
});
