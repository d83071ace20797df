import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { forwardedSchema, removedSchema, trailSchema, trialListSchema } from '../../apps/api/trials/trial.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { definitionsOf } from '../../scenarios/engine-definitions.ts';
import { EngineWorld } from '../../scenarios/engine-world.ts';
import { caseOperations, taskOperations } from '../../scenarios/operations.ts';
import { silent } from '../../scenarios/narrator.ts';
import { play } from '../../scenarios/play.ts';
import { readScenarios } from '../../scenarios/read-scenarios.ts';
import { bpmn, end, flows, multi, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps, waiting } from './procedures.ts';
import { routesOf } from './routes.ts';

const document = twoSteps('Played');
let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, document);
});
afterAll(() => api.stop());

const openTrial = async (definitionKey = 'Played', more: object = {}) =>
  (await api.post('designer', '/trials', { definitionKey, ...more })).read(changedCaseSchema);
const act = (trial: Parameters<typeof stepAt>[0], element: string, act: string, body = {}) =>
  api.post('designer', `/tasks/${stepAt(trial, element)}/${act}`, body);
const seen = async (id: string) => (await api.get('designer', `/cases/${id}`)).read(caseSchema);
/** Tables that hold a row of the case. */
async function rowsOf(caseId: string): Promise<string[]> {
  const named = await api.system.rows<{ table: string; column: string }>(
    `select c.table_name as table, c.column_name as column from information_schema.columns c
     join information_schema.tables t on t.table_name = c.table_name and t.table_type = 'BASE TABLE'
     where c.table_schema = 'public' and (c.column_name = 'case_id' or (c.table_name = 'case_view' and c.column_name = 'id'))`,
  );
  const held = await Promise.all(
    named.map(async ({ table, column }) => {
      const rows = await api.system.rows(`select 1 from ${table} where ${column} = $1 limit 1`, [caseId]);
      return rows.length > 0 ? [table] : [];
    }),
  );
  return held.flat();
}

const steps = async (id: string) =>
  (await api.get('designer', `/trials/${id}/trail`)).read(trailSchema).items.map(({ step }) => step);

describe('whoever opened a trial may play others in it', () => {
  it('the holder of the role may do the step, by the same rules as in earnest', async () => {
    const trial = await openTrial();
    for (const [as, status, code] of [
      ['audit.staff', 404, 'NOT_FOUND'],
      ['role:insp.office@insp', 404, 'NOT_FOUND'],
      ['supervisor', 403, 'FORBIDDEN'],
      ['nobody', 422, 'UNKNOWN_PERSON'],
      ['role:audit.staff@nowhere', 422, 'UNKNOWN_PERSON'],
    ] as const) {
      const answer = await act(trial, 'intake', `claim?as=${as}`);
      expect([as, answer.status, answer.code]).toEqual([as, status, code]);
    }
    expect((await act(trial, 'intake', 'claim?as=cdi.intake')).status).toBe(200);
    expect((await seen(trial.id)).openTasks[0]?.assignee).toBe('cdi.intake');
    expect((await act(trial, 'intake', 'complete?as=cdi.intake2', { outcome: 'accept' })).status).toBe(403);
    expect((await act(trial, 'intake', 'complete?as=cdi.intake', { outcome: 'accept' })).status).toBe(200);
    const next = await seen(trial.id);
    expect((await act(next, 'verify', 'complete?as=role:insp.office@insp')).status).toBe(200);
    const { items } = (await api.get('designer', `/cases/${trial.id}/timeline`)).read(timelineSchema);
    const done = items.filter(({ kind }) => kind === 'task-completed').map(({ actor }) => actor);
    expect(done).toEqual(['cdi.intake', 'role:insp.office@insp']);
  });

  it('steering a case is the opener’s or an overseer’s, whoever else is played', async () => {
    const trial = await openTrial();
    expect((await api.post('designer', `/cases/${trial.id}/suspend?as=cdi.intake`)).status).toBe(403);
    expect((await api.post('designer', `/cases/${trial.id}/suspend?as=supervisor`)).status).toBe(200);
  });

  it('in a real case nobody plays anybody', async () => {
    const real = await openCase(api, 'insp.office', 'Played');
    const claim = await api.post('cdi.intake', `/tasks/${stepAt(real, 'intake')}/claim?as=supervisor`);
    expect([claim.status, claim.code]).toEqual([403, 'NOT_DEPUTY']);
    const suspend = await api.post('insp.office', `/cases/${real.id}/suspend?as=supervisor`);
    expect([suspend.status, suspend.code]).toEqual([422, 'NOT_A_TRIAL']);
  });
});

describe('the clock of a trial goes', () => {
  const forward = async (id: string, body: object) =>
    (await api.post('designer', `/trials/${id}/fast-forward`, body)).read(forwardedSchema);

  it('to the next alarm, again and again, until there is none', async () => {
    const trial = await openTrial();
    const first = await forward(trial.id, { to: 'next-alarm' });
    expect(first.fired.length).toBeGreaterThan(0);
    const [alarm] = first.fired;
    expect(Math.abs(Date.parse(first.now) - Date.parse(alarm?.at ?? ''))).toBeLessThan(60_000);
    const second = await forward(trial.id, { to: 'next-alarm' });
    expect(Date.parse(second.fired[0]?.at ?? '')).toBeGreaterThan(Date.parse(alarm?.at ?? ''));
    await act(trial, 'intake', 'complete', { outcome: 'accept' });
    const none = await api.post('designer', `/trials/${trial.id}/fast-forward`, { to: 'next-alarm' });
    expect([none.status, none.code]).toEqual([409, 'NO_ALARM']);
  });

  it('to the morning of a day, and to an instant', async () => {
    const trial = await openTrial();
    const day = addDays(civilDateOf(Date.now()), 3);
    const { now } = await forward(trial.id, { to: day });
    expect(now.slice(0, 13)).toBe(`${day}T09`);
    const instant = new Date(Date.parse(now) + 5 * 3_600_000).toISOString();
    const later = await forward(trial.id, { to: instant });
    expect(Math.abs(Date.parse(later.now) - Date.parse(instant))).toBeLessThan(60_000);
  });

  it.each([{ to: '2020-01-01' }, { to: 'tomorrow' }, { to: '2026-02-30' }, {}, { by: 'P1D', to: 'next-alarm' }])(
    'not by %j',
    async (body) => {
      const trial = await openTrial();
      expect((await api.post('designer', `/trials/${trial.id}/fast-forward`, body)).status).toBe(422);
    },
  );
});

describe('a trial is written down', () => {
  it('act by act, as a scenario that the engine alone can play', async () => {
    const trial = await openTrial('Played', { title: '一次通过', variables: { amount: 3, on: '2026-01-01' } });
    await act(trial, 'intake', 'claim?as=cdi.intake');
    await act(trial, 'intake', 'complete?preview=true', { outcome: 'accept' });
    await act(trial, 'intake', 'complete', { outcome: 'never' });
    await api.post('designer', `/trials/${trial.id}/fast-forward`, { by: 'P11D' });
    await api.post('designer', `/cases/${trial.id}/suspend`, { reason: '等待材料' });
    await api.post('designer', `/cases/${trial.id}/resume`);
    await act(trial, 'intake', 'complete', { outcome: 'accept', variables: { seen: '@本人' } });
    await act(await seen(trial.id), 'verify', 'complete');
    expect(await steps(trial.id)).toEqual([
      { act: 'claim', on: 'intake', as: 'cdi.intake' },
      { wait: 'P11D', fires: { intake: expect.arrayContaining(['reminder', 'due', 'rung 1']) } },
      { act: 'suspend' },
      { act: 'resume' },
      { do: 'intake', outcome: 'accept', variables: { seen: '@本人' } },
      { do: 'verify' },
    ]);
    const yaml = (await api.get('designer', `/trials/${trial.id}/scenario`)).text;
    const [scenario] = readScenarios('Played.yaml', yaml);
    expect(scenario).toMatchObject({ title: '一次通过', definition: 'Played', variables: { amount: 3 } });
    expect(yaml).toContain('ended: { amount: 3');
    if (!scenario) throw new Error('no scenario');
    const definitions = await definitionsOf([{ file: 'Played.bpmn', bytes: Buffer.from(document) }]);
    await play(scenario, new EngineWorld(definitions), silent);
    const json = await api.get('designer', `/trials/${trial.id}/scenario`, { accept: 'application/json' });
    expect(JSON.parse(json.text)).toMatchObject({ steps: parse(yaml)[0].steps });
  });

  it('with the clock moved to a day, which the engine alone reaches too', async () => {
    const trial = await openTrial();
    const day = addDays(civilDateOf(Date.now()), 3);
    await api.post('designer', `/trials/${trial.id}/fast-forward`, { to: day });
    const yaml = (await api.get('designer', `/trials/${trial.id}/scenario`)).text;
    expect(yaml).toContain('@today+3');
    const [scenario] = readScenarios('Played.yaml', yaml);
    if (!scenario) throw new Error('no scenario');
    const definitions = await definitionsOf([{ file: 'Played.bpmn', bytes: Buffer.from(document) }]);
    await play(scenario, new EngineWorld(definitions), silent);
  });

  it('with messages and signals from outside, to the case or to all that listen', async () => {
    await publish(api, waiting('Listening', { messageName: 'papers', signalName: 'alarm' }));
    const trial = await openTrial('Listening');
    await api.post('designer', '/messages', { name: 'papers', trial: true, variables: { pages: 2 } });
    await api.post('designer', '/signals', { name: 'alarm', trial: true });
    expect(await steps(trial.id)).toEqual([{ message: 'papers', variables: { pages: 2 } }, { signal: 'alarm' }]);
    const second = await openTrial('Listening');
    await api.post('designer', `/cases/${second.id}/messages`, { name: 'papers' });
    expect(await steps(second.id)).toEqual([{ message: 'papers' }]);
  });

  it('naming which of several open tasks of one element it was', async () => {
    await publish(
      api,
      bpmn(process('Several', start('s'), user('a', multi({ cardinality: '3' })), end('e'), flows('s>a>e'))),
    );
    const trial = await openTrial('Several');
    expect(trial.openTasks.length).toBe(3);
    const third = trial.openTasks.find(({ loopCounter }) => loopCounter === 3);
    await api.post('designer', `/tasks/${third?.id}/complete`);
    expect(await steps(trial.id)).toEqual([{ do: 'a', nth: 3 }]);
  });
});

/** With versions, or with cases of other families: a scenario knows one family on one version. */
const beyond = new Set(['migrate', 'merge', 'links', 'presence']);

it('a scenario knows every operation on tasks and cases that has a route, with the same rule of access', () => {
  const found = routesOf(api.app).flatMap(({ method, path, rule }) => {
    const [, kind, name = ''] = /^\/(tasks|cases)\/:id\/(?:incidents\/:incidentId\/)?([\w-]+)$/.exec(path) ?? [];
    const acts = kind !== undefined && (method === 'POST' || method === 'PATCH') && !beyond.has(name);
    return acts && rule && 'may' in rule ? [`${kind} ${name} ${rule.may}`] : [];
  });
  const known = [
    ...Object.entries(taskOperations).map(([name, { may }]) => `tasks ${name} ${may}`),
    ...Object.entries(caseOperations).map(([name, { may }]) => `cases ${name} ${may}`),
  ];
  expect(known.toSorted()).toEqual(found.toSorted());
});

describe('old trials', () => {
  const list = async () => (await api.get('designer', '/trials?limit=100')).read(trialListSchema);

  it('are listed for who opened them, with what was done and when they go', async () => {
    const trial = await openTrial();
    await act(trial, 'intake', 'claim');
    const { items } = await list();
    expect(items[0]).toMatchObject({ id: trial.id, acts: 1, openTasks: ['intake'], mayReset: true });
    const touchedOn = civilDateOf(Date.parse(items[0]?.touchedAt ?? ''));
    expect(items[0]?.removedOn).toBe(addDays(touchedOn, 30));
    expect((await api.get('supervisor', '/trials')).read(trialListSchema).items).toEqual([]);
  });

  it('begin again with the same start, on the version they had or a newer one', async () => {
    const trial = await openTrial('Played', { startsOn: '2026-01-05', variables: { amount: 7 } });
    await act(trial, 'intake', 'complete', { outcome: 'reject' });
    const again = await api.post('designer', `/trials/${trial.id}/reset`);
    const fresh = again.read(changedCaseSchema);
    expect([again.status, fresh.startsOn, fresh.variables, fresh.version]).toEqual([
      201,
      '2026-01-05',
      { amount: 7 },
      1,
    ]);
    expect(fresh.openTasks.map(({ elementId }) => elementId)).toEqual(['intake']);
    expect(await steps(fresh.id)).toEqual([]);
    expect((await api.get('designer', `/cases/${trial.id}`)).status).toBe(404);
    await publish(api, document.replace('两步流程', '两步流程二'));
    const kept = (await api.post('designer', `/trials/${fresh.id}/reset`, { version: 2, keep: true })).read(
      changedCaseSchema,
    );
    expect([kept.version, (await seen(fresh.id)).status]).toEqual([2, 'running']);
    const missing = await api.post('designer', `/trials/${fresh.id}/reset`, { version: 9 });
    expect([missing.status, missing.code]).toEqual([422, 'UNKNOWN_DEFINITION']);
    expect((await seen(fresh.id)).status).toBe('running');
  });

  it('are removed whole, and nothing of them stays in any table', async () => {
    const trial = await openTrial();
    await act(trial, 'intake', 'comment', { text: '看一看' });
    await api.post('designer', `/trials/${trial.id}/fast-forward`, { by: 'P11D' });
    expect(await rowsOf(trial.id)).toEqual(expect.arrayContaining(['case_view', 'journal', 'timeline', 'task_view']));
    const { removed } = (await api.send('designer', 'DELETE', `/trials/${trial.id}`)).read(removedSchema);
    expect(removed).toEqual([trial.id]);
    expect(await rowsOf(trial.id)).toEqual([]);
    expect((await api.get('designer', `/cases/${trial.id}`)).status).toBe(404);
    expect((await list()).items.map(({ id }) => id)).not.toContain(trial.id);
  });

  it('a real case cannot be removed, reset or listed with them', async () => {
    const real = await openCase(api, 'insp.office', 'Played');
    for (const [method, path] of [
      ['DELETE', ''],
      ['POST', '/reset'],
      ['GET', '/trail'],
      ['GET', '/scenario'],
    ] as const) {
      const answer = await api.send(
        'insp.office',
        method,
        `/trials/${real.id}${path}`,
        method === 'POST' ? {} : undefined,
      );
      expect([path, answer.status, answer.code]).toEqual([path, 422, 'NOT_A_TRIAL']);
    }
    expect((await api.get('insp.office', '/trials')).read(trialListSchema).items).toEqual([]);
    await expect(api.system.rows('select forget_trial($1)', [real.id])).rejects.toThrow(/is no trial/);
  });
});
