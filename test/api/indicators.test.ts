import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looksSchema } from '../../apps/api/access-log/access-log.schema.ts';
import {
  indicatorSchema,
  indicatorsSchema,
  partsSchema,
  previewedSchema,
  valuesSchema,
} from '../../apps/api/platform/indicator.schema.ts';
import { rowsSchema } from '../../apps/api/platform/source.schema.ts';
import type { Api } from './api.ts';
import { keeper, placesIn, putIndicator, single, startPlatform } from './platform-data.ts';

let api: Api;
beforeAll(async () => {
  api = await startPlatform();
});
afterAll(() => api.stop());

const put = (key: string, definition: object) => putIndicator(api, key, definition);
const values = async (key: string, query = 'year=2026') =>
  (await api.get(keeper, `/platform/indicators/${key}/values?${query}`)).read(valuesSchema).items;

describe('an indicator', () => {
  it.each<[string, object, readonly (readonly [string, number])[]]>([
    ['count', { measure: { kind: 'count' }, filters: single, period: 'quarter' }, [['unit1', 3]]],
    [
      'sum',
      { measure: { kind: 'sum', field: 'amount' }, period: 'quarter' },
      [
        ['unit1', 1000],
        ['unit2', 1000],
      ],
    ],
    [
      'mean',
      { measure: { kind: 'average', field: 'amount' }, period: 'year' },
      [
        ['unit1', 250],
        ['unit2', 250],
      ],
    ],
    [
      'share',
      { measure: { kind: 'share', of: single }, period: 'quarter' },
      [
        ['unit1', 75],
        ['unit2', 0],
      ],
    ],
    [
      'ratio',
      { measure: { kind: 'ratio', field: 'amount', over: 'amount' }, period: 'year' },
      [
        ['unit1', 100],
        ['unit2', 100],
      ],
    ],
    [
      'most',
      { measure: { kind: 'max', field: 'amount' }, period: 'year' },
      [
        ['unit1', 400],
        ['unit2', 400],
      ],
    ],
    [
      'kinds',
      { measure: { kind: 'distinct', field: 'way' }, period: 'year' },
      [
        ['unit1', 2],
        ['unit2', 1],
      ],
    ],
    [
      'larger',
      {
        measure: { kind: 'sum', field: 'amount' },
        filters: [{ field: 'amount', op: 'ge', value: 300 }],
        period: 'month',
      },
      [
        ['unit1', 700],
        ['unit2', 700],
      ],
    ],
  ])('named %s is computed by unit and period', async (name, definition, expected) => {
    expect((await put(name, definition)).read(indicatorSchema).version).toBe(1);
    const [first] = await values(name);
    const found = (await values(name)).filter(({ period }) => period === first?.period);
    expect(found.map(({ unit, value }) => [unit, value])).toEqual(expected);
  });

  it('stands beside the period before, the year before and all other units', async () => {
    const q1 = (await values('share')).find(({ unit, period }) => unit === 'unit1' && period === '2026-Q1');
    expect(q1).toMatchObject({ value: 75, rows: 4, previous: 75, lastYear: 75, average: 37.5, rank: 1 });
  });

  it('has its rows behind every number', async () => {
    const query = 'unit=unit1&period=2026-Q1';
    const { items } = (await api.get(keeper, `/platform/indicators/count/rows?${query}`)).read(rowsSchema);
    expect(items.map(({ data }) => data['no'])).toEqual(['2026-unit1-02-0', '2026-unit1-02-1', '2026-unit1-02-2']);
  });

  it('and who looked at the rows of a number, of a source or in a sheet is written down', async () => {
    const query = 'unit=unit1&period=2026-Q1';
    for (const path of [
      `indicators/count/rows?${query}`,
      `indicators/count/rows.xlsx?${query}`,
      'sources/contracts/rows',
    ])
      expect((await api.get('audit.staff', `/platform/${path}`)).status).toBe(200);
    expect((await api.get('audit.staff', '/platform/sources/nothing/rows')).status).toBe(404);
    const { items } = (await api.get('auditadmin', '/admin/access-log?object=rows&user=audit.staff')).read(looksSchema);
    expect(items.map(({ objectId, refused }) => [objectId, refused])).toEqual([
      ['contracts', false],
      ['count', false],
    ]);
  });

  const filtered = (filter: object) => ({ measure: { kind: 'count' }, filters: [filter], period: 'year' });
  it.each<[string, object, string, string]>([
    [
      'a field that the source has not',
      { measure: { kind: 'sum', field: 'nothing' }, period: 'year' },
      'UNKNOWN_FIELD',
      'definition.measure.field',
    ],
    [
      'a sum of texts',
      { measure: { kind: 'sum', field: 'way' }, period: 'year' },
      'NOT_A_NUMBER',
      'definition.measure.field',
    ],
    [
      'SQL where a name is asked for',
      { measure: { kind: 'sum', field: "amount')::int; drop table data_row; --" }, period: 'year' },
      'UNKNOWN_FIELD',
      'definition.measure.field',
    ],
    [
      'a text beside a number',
      filtered({ field: 'amount', op: 'gt', value: '很多' }),
      'NOT_A_NUMBER',
      'definition.filters.0.value',
    ],
    [
      'a day that there is not',
      filtered({ field: 'signedOn', op: 'ge', value: '2026-02-30' }),
      'NOT_A_DAY',
      'definition.filters.0.value',
    ],
    [
      'a code that the field has not',
      filtered({ field: 'way', op: 'in', values: ['公开招标', '拍卖'] }),
      'UNKNOWN_CODE',
      'definition.filters.0.values.1',
    ],
    [
      'texts that are compared by size',
      filtered({ field: 'way', op: 'lt', value: '公开招标' }),
      'NOT_ORDERED',
      'definition.filters.0.op',
    ],
    [
      'a ratio to a text',
      { measure: { kind: 'ratio', field: 'amount', over: 'way' }, period: 'year' },
      'NOT_A_NUMBER',
      'definition.measure.over',
    ],
    [
      'a dimension that the source has not',
      { measure: { kind: 'count' }, period: 'year', dimensions: ['way', 'colour'] },
      'UNKNOWN_FIELD',
      'definition.dimensions.1',
    ],
  ])('is refused with %s, before it is saved and when it is', async (_, definition, code, path) => {
    const order = { source: 'contracts', definition };
    const refusals = [
      await api.post(keeper, '/platform/indicators/preview', { ...order, year: 2026 }),
      await api.send(keeper, 'POST', '/platform/indicators', { ...order, key: 'wrong', name: '错' }),
    ];
    for (const answer of refusals) {
      expect([answer.status, answer.code, placesIn(answer.text)]).toEqual([422, code, [path]]);
    }
    expect((await api.get(keeper, '/platform/indicators/wrong/values')).status).toBe(404);
  });

  it('NO_UNIT_OR_DAY: is refused over a source that does not say whose its rows are, or of when', async () => {
    const fields = [{ name: 'no', title: '编号', type: 'text', required: true }];
    const words = {
      id: 'unplaced',
      name: '没有单位和日期',
      provider: 'fin',
      purpose: '试用',
      level: '工作秘密',
      cycle: '每月',
    };
    const source = { ...words, fields, identity: ['no'] };
    expect((await api.post(keeper, '/platform/sources', source)).status).toBe(201);
    const definition = { measure: { kind: 'count' }, period: 'year' };
    const order = { source: 'unplaced', definition, year: 2026 };
    const answer = await api.post(keeper, '/platform/indicators/preview', order);
    expect([answer.status, answer.code, placesIn(answer.text)]).toEqual([422, 'NO_UNIT_OR_DAY', ['source']]);
  });

  it('says what it would give before it is saved, and saves nothing by it', async () => {
    const definition = { measure: { kind: 'sum', field: 'amount' }, period: 'quarter' };
    const order = { source: 'contracts', definition, year: 2026, since: 2025 };
    const seen = (await api.post(keeper, '/platform/indicators/preview', order)).read(previewedSchema);
    expect([seen.rows, seen.items.length, seen.items[0]]).toMatchObject([
      64,
      16,
      { period: '2025-Q1', lastYear: null },
    ]);
    expect((await api.post('audit.staff', '/platform/indicators/preview', order)).status).toBe(403);
    expect((await api.get(keeper, '/platform/indicators')).read(indicatorsSchema).items.map(({ key }) => key)).toEqual(
      expect.not.arrayContaining(['preview', 'wrong']),
    );
  });

  it('compares several years, each with the year before', async () => {
    const years = await values('share', 'year=2026&since=2025');
    expect(years.filter(({ unit }) => unit === 'unit1').map(({ period, lastYear }) => [period, lastYear])).toEqual([
      ...['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((period) => [period, null]),
      ...['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((period) => [period, 75]),
    ]);
    expect((await api.get(keeper, '/platform/indicators/share/values?year=2026&since=2027')).status).toBe(422);
  });

  it('is taken apart by the dimensions it names, down to the rows of one part', async () => {
    await put('parted', { measure: { kind: 'sum', field: 'amount' }, period: 'quarter', dimensions: ['way'] });
    const query = 'period=2026-Q1&dimension=way';
    const parts = (await api.get(keeper, `/platform/indicators/parted/parts?unit=unit1&${query}`)).read(partsSchema);
    expect(parts.items).toEqual([
      { part: '单一来源', value: 600, rows: 3 },
      { part: '公开招标', value: 400, rows: 1 },
    ]);
    const part = encodeURIComponent('公开招标');
    const rows = (await api.get(keeper, `/platform/indicators/parted/rows?${query}&part=${part}`)).read(rowsSchema);
    expect(rows.total).toBe(5);
    expect((await api.get(keeper, '/platform/indicators/parted/parts?period=2026-Q1&dimension=no')).code).toBe(
      'UNKNOWN_DIMENSION',
    );
    const none = (await api.get(keeper, `/platform/indicators/parted/rows?${query}`)).read(rowsSchema);
    expect(none.total).toBe(0);
    expect((await api.get(keeper, '/platform/indicators/parted/rows?period=2026-Q1&part=x')).status).toBe(422);
  });

  it('goes out as a workbook, its values and the rows behind one', async () => {
    const cellsOf = async (path: string) =>
      (await readXlsx((await api.get(keeper, `/platform/indicators/share/${path}`)).bytes)).sheets[0]?.rows ?? [];
    const [head, ...lines] = await cellsOf('values.xlsx?year=2026');
    expect([head?.slice(0, 3), lines.length]).toEqual([['期间', '单位', '数值'], 8]);
    const [fields, ...rows] = await cellsOf('rows.xlsx?unit=unit1&period=2026-Q1');
    expect([fields?.[0], fields?.at(-1), rows.length]).toEqual(['合同编号', '行号', 4]);
  });

  it('is a new version when it changes, and the same when it does not', async () => {
    const definition = { measure: { kind: 'count' }, period: 'year' };
    expect((await put('again', definition)).read(indicatorSchema).version).toBe(1);
    expect((await put('again', definition)).read(indicatorSchema).version).toBe(1);
    expect((await put('again', { ...definition, period: 'month' })).read(indicatorSchema).version).toBe(2);
    const { items } = (await api.get('audit.staff', '/platform/indicators/again/versions')).read(indicatorsSchema);
    expect(items.map(({ version, mayKeep, definition: { period } }) => [version, period, mayKeep])).toEqual([
      [2, 'month', false],
      [1, 'year', false],
    ]);
    expect((await values('again', 'year=2026&version=1'))[0]).toMatchObject({ period: '2026', value: 16 });
  });
});
