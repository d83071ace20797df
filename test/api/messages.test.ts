import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { reachedSchema } from '../../apps/api/messages/message.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { begunByMessage, openCase, publish, waiting } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, waiting('Waits', { messageName: '复函', signalName: '汛情' }));
  await publish(api, begunByMessage('Begun', '移送'));
});
afterAll(() => api.stop());

const open = (letter: string) => openCase(api, 'insp.office', 'Waits', { variables: { letter } });
const send = (body: object, as = 'insp.office') => api.post(as, '/messages', body);
const statusOf = async (id: string) => (await api.get('insp.office', `/cases/${id}`)).read(caseSchema);

describe('a message', () => {
  it('reaches the one waiting case of which every value is equal', async () => {
    const [one, other] = [await open('函1'), await open('函2')];
    const answer = await send({ name: '复函', correlation: { letter: '函1' }, variables: { reply: '同意' } });
    expect(answer.read(reachedSchema)).toEqual({ cases: [one.id], started: [], settled: true });
    expect((await statusOf(one.id)).variables).toMatchObject({ reply: '同意' });
    expect((await statusOf(other.id)).variables).not.toHaveProperty('reply');
  });

  it('that fits several cases reaches none', async () => {
    await Promise.all([open('同号'), open('同号')]);
    const before = await api.counts();
    const answer = await send({ name: '复函', correlation: { letter: '同号' } });
    expect([answer.status, answer.code]).toEqual([409, 'AMBIGUOUS_RECEIVER']);
    expect(await api.counts()).toEqual(before);
  });

  it('that nobody waits for is refused and not kept', async () => {
    const early = await send({ name: '复函', correlation: { letter: '未来' } });
    expect([early.status, early.code]).toEqual([404, 'NO_RECEIVER']);
    const { id } = await open('未来');
    expect((await statusOf(id)).variables).toEqual({ letter: '未来' });
  });

  it('begins a case whose procedure starts with it', async () => {
    const { cases, started } = (await send({ name: '移送', variables: { source: '审计' } })).read(reachedSchema);
    expect([cases, started.length]).toEqual([[], 1]);
    expect(await statusOf(started[0] ?? '')).toMatchObject({ definitionKey: 'Begun', variables: { source: '审计' } });
  });

  it('to a case that does not wait for it is refused', async () => {
    const { id } = await open('函3');
    const direct = (name: string) => api.post('insp.office', `/cases/${id}/messages`, { name });
    expect((await direct('别的')).code).toBe('NO_RECEIVER');
    expect((await direct('复函')).read(changedCaseSchema).settled).toBe(true);
    expect((await direct('复函')).code).toBe('NO_RECEIVER');
  });

  it('reaches no case outside the sender’s circle', async () => {
    await open('函4');
    expect((await send({ name: '复函', correlation: { letter: '函4' } }, 'fin.staff')).code).toBe('NO_RECEIVER');
  });

  it('of a trial stays among the sender’s trials', async () => {
    const real = await open('函5');
    const trial = (
      await api.post('designer', '/trials', { definitionKey: 'Waits', variables: { letter: '函5' } })
    ).read(changedCaseSchema);
    const answer = await send({ name: '复函', correlation: { letter: '函5' }, trial: true }, 'designer');
    expect(answer.read(reachedSchema).cases).toEqual([trial.id]);
    expect((await statusOf(real.id)).variables).toEqual({ letter: '函5' });
  });
});

describe('a signal', () => {
  it('reaches all that listen', async () => {
    const cases = await Promise.all([open('甲'), open('乙')]);
    for (const { id } of cases) await api.post('insp.office', `/cases/${id}/messages`, { name: '复函' });
    const answer = await api.post('insp.office', '/signals', { name: '汛情' });
    expect(answer.read(reachedSchema).cases).toEqual(expect.arrayContaining(cases.map(({ id }) => id)));
    for (const { id } of cases)
      expect((await statusOf(id)).openTasks.map(({ elementId }) => elementId)).toEqual(['own']);
  });

  it('that nobody hears is no error', async () => {
    expect((await api.post('insp.office', '/signals', { name: '无人' })).read(reachedSchema)).toEqual({
      cases: [],
      started: [],
      settled: true,
    });
  });
});
