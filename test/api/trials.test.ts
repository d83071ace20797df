import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseListSchema, caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import { forwardedSchema } from '../../apps/api/trials/trial.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { begunByMessage, openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
});
afterAll(() => api.stop());

const openTrial = async (more: object = {}) =>
  (await api.post('designer', '/trials', { definitionKey: 'Steps', ...more })).read(changedCaseSchema);

describe('a trial', () => {
  it('is a real case, marked, in which its opener acts for every role', async () => {
    const trial = await openTrial();
    expect([trial.trial, trial.title]).toEqual([true, '两步流程']);
    await api.post('designer', `/tasks/${stepAt(trial, 'intake')}/complete`, { outcome: 'accept' });
    const next = (await api.get('designer', `/cases/${trial.id}`)).read(caseSchema);
    expect((await api.post('designer', `/tasks/${stepAt(next, 'verify')}/complete`)).status).toBe(200);
    expect((await api.get('designer', `/cases/${trial.id}`)).read(caseSchema).status).toBe('completed');
  });

  it('moves its clock past deadlines, and answers the alarms that fired, in order', async () => {
    const trial = await openTrial();
    const { now, fired } = (await api.post('designer', `/trials/${trial.id}/fast-forward`, { by: 'P28D' })).read(
      forwardedSchema,
    );
    expect(Date.parse(now) - Date.parse(trial.now)).toBeGreaterThan(28 * 86_400_000 - 60_000);
    expect(fired.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reminder', 'due', 'rung']));
    const times = fired.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    const moved = (await api.get('designer', `/cases/${trial.id}`)).read(caseSchema);
    expect(moved.openTasks[0]?.overdue).toBe(true);
    const again = (await api.post('designer', `/trials/${trial.id}/fast-forward`, { by: 'PT1H' })).read(
      forwardedSchema,
    );
    expect(again.fired).toEqual([]);
  });

  it('is nobody else’s, whatever their rank, and in no list of real cases or tasks', async () => {
    const trial = await openTrial();
    for (const as of ['supervisor', 'cdi.intake', 'sysadmin'])
      expect((await api.get(as, `/cases/${trial.id}`)).status).toBe(404);
    const mine = async (path: string) => (await api.get('designer', path)).text;
    expect(await mine('/cases')).not.toContain(trial.id);
    expect(await mine('/tasks')).not.toContain(trial.id);
    expect((await api.get('designer', '/cases?trial=true')).read(caseListSchema).items.map(({ id }) => id)).toContain(
      trial.id,
    );
    expect(
      (await api.get('designer', '/tasks?trial=true')).read(taskListSchema).items.map(({ caseId }) => caseId),
    ).toContain(trial.id);
    expect((await api.get('designer', `/tasks?caseId=${trial.id}`)).read(taskListSchema).items).toHaveLength(1);
  });

  it('can be started at a chosen start event', async () => {
    await publish(api, begunByMessage('ByMessage', '移送'));
    expect((await api.post('designer', '/trials', { definitionKey: 'ByMessage' })).code).toBe('NO_NONE_START');
    const trial = await openTrial({ definitionKey: 'ByMessage', startEvent: 's' });
    expect(trial.openTasks.map(({ elementId }) => elementId)).toEqual(['own']);
  });

  it.each(['P0D', '28 days', '-P1D', 'P', 'P1000Y'])('does not go by “%s”', async (by) => {
    const trial = await openTrial();
    expect((await api.post('designer', `/trials/${trial.id}/fast-forward`, { by })).status).toBe(422);
  });

  it('is the only kind of case that can be moved', async () => {
    const real = await openCase(api, 'insp.office', 'Steps');
    const answer = await api.post('insp.office', `/trials/${real.id}/fast-forward`, { by: 'P1D' });
    expect([answer.status, answer.code]).toEqual([422, 'NOT_A_TRIAL']);
  });
});
