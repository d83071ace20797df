import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mechanismListSchema, mechanismSchema } from '../../apps/api/mechanisms/mechanism.schema.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { bpmn, element, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish } from './procedures.ts';

let api: Api;
const one = async (key: string, who = 'insp.office') =>
  (await api.get(who, `/mechanisms/${key}`)).read(mechanismSchema);

beforeAll(async () => {
  api = await startApi();
  await publish(
    api,
    bpmn(
      process(
        'HuiTouKan',
        { name: '回头看' },
        element('documentation', {}, '整改之后再查一次。'),
        start('s'),
        user('sample', { name: '抽样', 'ld:period': 'xsj.recheck-step' }),
        user('redo', { name: '再改', 'ld:period': '="jy.result-" + extent' }),
        end('e'),
        flows('s>sample>redo>e'),
      ),
    ),
  );
});
afterAll(() => api.stop());

describe('the mechanisms', () => {
  it('are the twenty of the field in their order, each with what it is for in both languages', async () => {
    const { items, total } = (await api.get('unit1.head', '/mechanisms')).read(mechanismListSchema);
    expect(items.map(({ key }) => key)).toEqual(Array.from({ length: 20 }, (_, index) => `M${index + 1}`));
    expect(total).toBe(20);
    expect(items.filter(({ purpose, purposeEnglish }) => !purpose || /\p{Script=Han}/u.test(purposeEnglish))).toEqual(
      [],
    );
  });

  it('tell of a procedure which version new cases take, and none where it is not published', async () => {
    const { procedures } = await one('M16');
    expect(procedures).toMatchObject([
      { key: 'HuiTouKan', name: '回头看', version: 1, opens: true, documentation: '整改之后再查一次。' },
    ]);
    expect((await one('M3')).procedures.map(({ version }) => version)).toEqual([null, null]);
  });

  it('show the periods of the steps with their basis, of a period chosen by data every one it may choose', async () => {
    const { periods } = await one('M16');
    expect(periods.map(({ key, steps }) => [key, steps.map(({ name }) => name)])).toEqual([
      ['xsj.recheck-step', ['抽样']],
      ['jy.result-common', ['再改']],
      ['jy.result-simple', ['再改']],
      ['jy.result-systemic', ['再改']],
    ]);
    expect(periods[2]).toMatchObject({ value: 30, unit: 'day', confidence: 'D' });
  });

  it('count the open cases that the reader may know of', async () => {
    await openCase(api, 'insp.office', 'HuiTouKan');
    expect((await one('M16')).open).toBe(1);
    expect((await one('M16', 'fin.staff')).open).toBe(0);
  });

  it('refuse a key that there is not', async () => {
    const refused = await api.get('insp.office', '/mechanisms/M21');
    expect(refused.status).toBe(404);
    expect(problemSchema.parse(JSON.parse(refused.text)).code).toBe('NOT_FOUND');
  });
});
