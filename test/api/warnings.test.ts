import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelSchema, scoredSchema, scoresSchema } from '../../apps/api/platform/ecology.schema.ts';
import { indicatorSchema, valuesSchema } from '../../apps/api/platform/indicator.schema.ts';
import { doubtsSchema, ranSchema, ruleSchema, rulesSchema, triedSchema } from '../../apps/api/platform/rule.schema.ts';
import { batchSchema, keySchema, rowsSchema, sourceSchema } from '../../apps/api/platform/source.schema.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { publish } from './procedures.ts';

let api: Api;
const keeper = 'cdi.head';
beforeAll(async () => {
  api = await startApi();
  for (const key of ['YiDianHeShi', 'ZhengZhiShengTai'])
    await publish(api, readFileSync(new URL(`../../definitions/processes/${key}.bpmn`, import.meta.url), 'utf8'));
  await api.system.rows(`insert into person (id, name, agency_id, password_hash, created_at)
    select 'cdi.oversight', '监督检查室', agency_id, password_hash, now() from person where id = 'cdi.style'`);
  await api.system.rows(
    `insert into post (person_id, agency_id, role, since) values ('cdi.oversight', 'cdi', 'cdi.oversight', '2020-01-01')`,
  );
  (
    await api.post(keeper, '/platform/sources', {
      id: 'contracts',
      name: '合同',
      provider: 'fin',
      purpose: '监督单一来源采购',
      level: '工作秘密',
      cycle: '每月',
      fields: [
        { name: 'no', title: '合同编号', type: 'text', required: true },
        { name: 'unit', title: '单位', type: 'agency', required: true },
        { name: 'signedOn', title: '签订日期', type: 'day', required: true },
        { name: 'amount', title: '金额', type: 'number', required: true },
        { name: 'way', title: '采购方式', type: 'code', codes: ['公开招标', '单一来源'] },
      ],
      identity: ['no'],
      unitField: 'unit',
      dayField: 'signedOn',
    })
  ).read(sourceSchema);
  const { key } = (await api.post(keeper, '/platform/sources/contracts/key', {})).read(keySchema);
  const rows = [2025, 2026].flatMap((year) =>
    ['unit1', 'unit2'].flatMap((unit) =>
      ['02', '05', '08', '11'].flatMap((month) =>
        Array.from({ length: 4 }, (_, index) => ({
          no: `${year}-${unit}-${month}-${index}`,
          unit,
          signedOn: `${year}-${month}-1${index}`,
          amount: 100 * (index + 1),
          way: unit === 'unit1' && index < 3 ? '单一来源' : '公开招标',
        })),
      ),
    ),
  );
  (await api.post(null, '/platform/deliveries/contracts', { rows }, { 'x-source-key': key })).read(batchSchema);
});
afterAll(() => api.stop());

const single = [{ field: 'way', op: 'eq', value: '单一来源' }];
const put = (key: string, definition: object) =>
  api.send(keeper, 'POST', '/platform/indicators', { key, name: `指标${key}`, source: 'contracts', definition });
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

  it.each<[string, object, string]>([
    [
      'a field that the source has not',
      { measure: { kind: 'sum', field: 'nothing' }, period: 'year' },
      'UNKNOWN_FIELD',
    ],
    ['a sum of texts', { measure: { kind: 'sum', field: 'way' }, period: 'year' }, 'NOT_A_NUMBER'],
    [
      'SQL where a name is asked for',
      { measure: { kind: 'sum', field: "amount')::int; drop table data_row; --" }, period: 'year' },
      'UNKNOWN_FIELD',
    ],
    [
      'a text beside a number',
      { measure: { kind: 'count' }, filters: [{ field: 'amount', op: 'gt', value: '很多' }], period: 'year' },
      'NOT_A_NUMBER',
    ],
  ])('is refused with %s', async (_, definition, code) => {
    const answer = await put('wrong', definition);
    expect([answer.status, answer.code]).toEqual([422, code]);
  });

  it('is a new version when it changes, and the same when it does not', async () => {
    const definition = { measure: { kind: 'count' }, period: 'year' };
    expect((await put('again', definition)).read(indicatorSchema).version).toBe(1);
    expect((await put('again', definition)).read(indicatorSchema).version).toBe(1);
    expect((await put('again', { ...definition, period: 'month' })).read(indicatorSchema).version).toBe(2);
  });
});

describe('a warning rule', () => {
  const feel = 'if value > 2 * average then "red" else if value > 1.5 * average then "yellow" else "green"';
  const rule = { key: 'single', name: '单一来源占比过高', indicator: 'share', feel };
  const run = (period: string) => api.post(keeper, '/platform/rules/single/run', { period });

  it.each<[string, string, string]>([
    ['that cannot be read', 'if value >', 'INVALID_FEEL'],
    ['that says something else', '"blue"', 'WRONG_LEVEL'],
    [
      'that has no answer without a before',
      'if value > previous then "red" else if value <= previous then "green" else null',
      'WRONG_LEVEL',
    ],
  ])('%s is refused', async (_, wrong, code) => {
    const answer = await api.send(keeper, 'POST', '/platform/rules', { ...rule, feel: wrong });
    expect([answer.status, answer.code]).toEqual([422, code]);
  });

  it('is tried on last year before it is switched on, and raises nothing', async () => {
    (await api.send(keeper, 'POST', '/platform/rules', { ...rule, feel: feel.replace('> 2 *', '>= 2 *') })).read(
      ruleSchema,
    );
    const tried = (await api.post(keeper, '/platform/rules/single/trial', { year: 2025 })).read(triedSchema);
    expect(tried).toMatchObject({ judged: 8, green: 4, learnt: { unchecked: 4, precision: null } });
    expect(tried.hits.map(({ unit, level }) => [unit, level])).toEqual(Array(4).fill(['unit1', 'red']));
    expect((await run('2026-Q1')).code).toBe('WRONG_STATE');
    expect((await api.get(keeper, '/platform/doubts')).read(doubtsSchema).items).toEqual([]);
  });

  it('raises a doubt for every hit, once, with its rows and the rule’s version', async () => {
    (await api.post(keeper, '/platform/rules/single/switch', { status: 'on' })).read(ruleSchema);
    expect((await run('2026-Q1')).read(ranSchema)).toMatchObject({ judged: 2, raised: 1, known: 0 });
    expect((await run('2026-Q1')).read(ranSchema)).toMatchObject({ judged: 2, raised: 0, known: 1 });
    const { items } = (await api.get(keeper, '/platform/doubts')).read(doubtsSchema);
    expect(items).toMatchObject([{ unit: 'unit1', period: '2026-Q1', level: 'red', ruleVersion: 1, status: 'open' }]);
    expect(items[0]?.rows).toHaveLength(4);
    const opened = (await api.get(keeper, `/cases/${items[0]?.caseId}`)).read(caseSchema);
    expect(opened.openTasks.map(({ elementId }) => elementId)).toEqual(['YD_CHECK']);
  });

  it('learns from those who check: a false alarm counts against it', async () => {
    const { items } = (await api.get(keeper, '/platform/doubts')).read(doubtsSchema);
    const path = `/tasks?caseId=${items[0]?.caseId}&status=open`;
    for (const user of ['cdi.oversight', 'cdi.style']) {
      const { items: tasks } = JSON.parse((await api.get(keeper, path)).text) as { items: { id: string }[] };
      const done = await api.post(user, `/tasks/${tasks[0]?.id}/complete`, {
        outcome: '误报',
        variables: { why: '专利产品，依法单一来源' },
      });
      expect([user, done.status]).toEqual([user, 200]);
    }
    const [learnt] = (await api.get(keeper, '/platform/rules')).read(rulesSchema).items;
    expect(learnt?.learnt).toEqual({ valid: 0, falseAlarms: 1, unchecked: 0, precision: 0 });
    const tried = (await api.post(keeper, '/platform/rules/single/trial', { year: 2026 })).read(triedSchema);
    expect(tried.learnt).toMatchObject({ falseAlarms: 1, precision: 0 });
  });

  it('is no business of a supervised unit', async () => {
    for (const path of ['rules', 'doubts', 'indicators'])
      expect([path, (await api.get('unit1.head', `/platform/${path}`)).status]).toEqual([path, 403]);
  });
});

describe('政治生态', () => {
  const score = (period: string) => api.post(keeper, '/platform/ecology/scores', { period });

  it('is scored by weights that are data, each unit and quarter once, every point explained', async () => {
    const parts = [{ indicator: 'share', weight: 2, full: 0, zero: 100 }];
    expect(
      (await api.post(keeper, '/platform/ecology/model', { parts: [{ ...parts[0], indicator: 'mean' }] })).code,
    ).toBe('NOT_QUARTERLY');
    expect((await api.post(keeper, '/platform/ecology/model', { parts })).read(modelSchema).version).toBe(1);
    expect((await score('2025-Q4')).read(scoredSchema)).toMatchObject({ scored: 2, known: 0, withoutData: 0 });
    expect((await score('2026-Q1')).read(scoredSchema)).toMatchObject({ scored: 2, known: 0 });
    expect((await score('2026-Q1')).read(scoredSchema)).toMatchObject({ scored: 0, known: 2 });
    const { items } = (await api.get(keeper, '/platform/ecology/scores?period=2026-Q1')).read(scoresSchema);
    expect(items).toMatchObject([
      { unit: 'unit1', score: 25, level: 'red', previous: 25, parts: [{ indicator: 'share', value: 75, points: 25 }] },
      { unit: 'unit2', score: 100, level: 'green', previous: 100 },
    ]);
    const opened = (await api.get(keeper, `/cases/${items[0]?.caseId}`)).read(caseSchema);
    expect(opened.variables).toMatchObject({ score: 25, level: '红', previous: '25 分，红' });
    expect(opened.openTasks.map(({ elementId }) => elementId)).toEqual(['ST_ANALYSE']);
  });
});
