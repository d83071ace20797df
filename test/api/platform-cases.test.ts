import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { modelSchema, modelsSchema, scoredSchema, scoresSchema } from '../../apps/api/platform/ecology.schema.ts';
import type { Api } from './api.ts';
import { keeper, placesIn, putIndicators, startPlatform } from './platform-data.ts';

let api: Api;
beforeAll(async () => {
  api = await startPlatform();
  await putIndicators(api);
});
afterAll(() => api.stop());

describe('政治生态', () => {
  const score = (period: string) => api.post(keeper, '/platform/ecology/scores', { period });
  const part = { indicator: 'share', weight: 2, full: 0, zero: 100 };

  it.each<[string, object, string, string]>([
    ['a yearly indicator', { parts: [{ ...part, indicator: 'mean' }] }, 'NOT_QUARTERLY', 'parts.0.indicator'],
    ['an unknown one', { parts: [part, { ...part, indicator: 'no' }] }, 'UNKNOWN_INDICATOR', 'parts.1.indicator'],
    ['one that counts twice', { parts: [part, part] }, 'TWICE', 'parts.1.indicator'],
    ['no scale', { parts: [{ ...part, full: 5, zero: 5 }] }, 'INVALID_INPUT', 'parts.0.zero'],
    ['a red line above the yellow one', { parts: [part], yellow: 60, red: 70 }, 'INVALID_INPUT', 'red'],
  ])('has no weights with %s, and where is told', async (_, order, code, path) => {
    const answer = await api.post(keeper, '/platform/ecology/model', order);
    expect([answer.status, answer.code, placesIn(answer.text)]).toEqual([422, code, [path]]);
    expect((await api.get(keeper, '/platform/ecology/model')).status).toBe(404);
  });

  it('is scored by weights that are data, each unit and quarter once, every point explained', async () => {
    const parts = [{ indicator: 'share', weight: 2, full: 0, zero: 100 }];
    const order = { parts, reason: '党委会定' };
    expect((await api.post(keeper, '/platform/ecology/model', order)).read(modelSchema).version).toBe(1);
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

  it('keeps its scores when the weights change, and every version of the weights', async () => {
    const before = (await api.get(keeper, '/platform/ecology/scores?unit=unit1')).read(scoresSchema).items;
    await api.post(keeper, '/platform/ecology/model', { parts: [{ ...part, zero: 50 }], reason: '从严' });
    const { items } = (await api.get('audit.staff', '/platform/ecology/model/versions')).read(modelsSchema);
    expect(items.map(({ version, reason, parts: [first] }) => [version, reason, first?.zero])).toEqual([
      [2, '从严', 50],
      [1, '党委会定', 100],
    ]);
    expect((await api.get(keeper, '/platform/ecology/scores?unit=unit1')).read(scoresSchema).items).toEqual(before);
    expect((await api.post('audit.staff', '/platform/ecology/model', { parts: [part] })).status).toBe(403);
    expect((await api.get('unit1.head', '/platform/ecology/scores')).status).toBe(403);
  });

  it('goes out as a workbook with its explanation', async () => {
    const { bytes } = await api.get(keeper, '/platform/ecology/scores.xlsx?period=2026-Q1');
    const [head, first] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
    expect([head?.[0], first?.[3], first?.[6]]).toEqual(['季度', '红', 'share：75，得 25 分，权重 2']);
  });
});
