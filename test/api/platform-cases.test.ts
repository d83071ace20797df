import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { modelSchema, modelsSchema, scoredSchema, scoresSchema } from '../../apps/api/platform/ecology.schema.ts';
import { batchSchema } from '../../apps/api/platform/source.schema.ts';
import { openedSchema, openingsSchema, procedureSchema } from '../../apps/api/recurring/recurring.schema.ts';
import type { Api } from './api.ts';
import { keeper, placesIn, putIndicators, startPlatform } from './platform-data.ts';
import { publish } from './procedures.ts';

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

describe('data of a period that are not there on the day', () => {
  beforeAll(async () => {
    await publish(api, readFileSync(new URL('../../definitions/processes/ShuJuBaoSong.bpmn', import.meta.url), 'utf8'));
    const set = await api.send('cdi.style', 'POST', '/recurring', {
      id: 'supply',
      name: '月度数据报送',
      definitionKey: 'ShuJuBaoSong',
      cycle: 'month',
      opens: '期后第5个工作日',
      audience: { kind: 'sources' },
      agency: 'cdi',
      owner: keeper,
      variables: {
        source: '=receiver.id', sourceName: '=receiver.name', provider: '=receiver.agency', providerKind: '=receiver.kind',
        periodName: '=periodName', periodFrom: '=periodFrom', periodTo: '=periodTo',
      },
      basis: '测试依据',
      confidence: 'D',
    }); // prettier-ignore
    set.read(procedureSchema);
  });

  const ask = async (period: string) =>
    (await api.send('cdi.style', 'POST', '/recurring/supply/open', { period, receivers: ['contracts'] })).read(
      openedSchema,
    ).items[0];
  const openingOf = async (period: string) =>
    (await api.get('cdi.style', `/recurring/supply/openings?period=${period}`)).read(openingsSchema).items[0];
  const seen = async (id: string) => (await api.get(keeper, `/cases/${id}`)).read(caseSchema);
  async function deliver(no: string, day: string, amount: string | number = 100): Promise<number> {
    const file = `no,unit,signedOn,amount,way\n${no},unit1,${day},${amount},公开招标\n`;
    const form = new FormData();
    form.append('file', new Blob([file]), '合同.csv');
    const answer = await api.post(keeper, '/platform/sources/contracts/batches', form);
    if (answer.status === 201) answer.read(batchSchema);
    return answer.status;
  }
  async function untilEnded(id: string) {
    for (let tries = 0; tries < 150; tries += 1) {
      const found = await seen(id);
      if (found.status === 'completed') return found;
      await delay(200);
    }
    throw new Error(`still waiting: ${JSON.stringify(await seen(id))}`);
  }

  it('are asked for by a case with the provider’s step, ended by the batch that brings them, with its quality', async () => {
    const { caseId } = (await ask('2025-03')) ?? {};
    if (!caseId) throw new Error('no case was opened');
    const { openTasks, title } = await seen(caseId);
    expect(openTasks).toMatchObject([{ elementId: 'BS_SUPPLY', agency: 'fin', role: 'fin.staff' }]);
    expect(title).toContain('合同');
    expect(await deliver('other', '2025-04-10')).toBe(201);
    expect(await deliver('bad', '2025-03-10', '待定')).toBe(422);
    await delay(6_000);
    expect((await seen(caseId)).status).toBe('running');
    expect(await deliver('late', '2025-03-11')).toBe(201);
    const { variables } = await untilEnded(caseId);
    expect(variables).toMatchObject({ supplied: 'received', rows: 1, accepted: 1, quarantined: 0 });
    expect(variables['batch']).toMatch(/^b-/);
  });

  it('are asked for by what was agreed last', async () => {
    const planned = async () =>
      (await api.get('cdi.style', '/recurring/supply/openings?state=planned&limit=200')).read(openingsSchema).total;
    expect(await planned()).toBeGreaterThan(10);
    const agree = (cycle: string) =>
      api.send(keeper, 'PATCH', '/platform/sources/contracts', { cycle, reason: '重新约定' });
    await agree('每季度');
    expect(await planned()).toBe(0);
    await agree('每月');
    expect(await planned()).toBeGreaterThan(10);
  });

  it('are asked for once, and not at all where they have come', async () => {
    await ask('2025-02');
    expect(await openingOf('2025-02')).toMatchObject({ state: 'cancelled', caseId: null, receiver: 'contracts' });
    expect((await openingOf('2025-02'))?.reason).toContain('已收到');
  });

  it('need not come where the provider says why and it is found true', async () => {
    const { caseId } = (await ask('2025-06')) ?? {};
    if (!caseId) throw new Error('no case was opened');
    const [step] = (await seen(caseId)).openTasks;
    const said = await api.post('fin.staff', `/tasks/${step?.id}/complete`, {
      outcome: '本期无数据',
      variables: { reason: '本月没有合同' },
    });
    expect(said.status).toBe(200);
    const [check] = (await seen(caseId)).openTasks;
    expect(check?.elementId).toBe('BS_CONFIRM');
    await api.post('cdi.oversight', `/tasks/${check?.id}/complete`, {
      outcome: '属实',
      variables: { opinion: '一致' },
    });
    expect((await untilEnded(caseId)).variables).toMatchObject({ supplied: 'excused' });
  });
});
