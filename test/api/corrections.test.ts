import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema, changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { previewSchema } from '../../apps/api/commands/preview.schema.ts';
import { tokensSchema } from '../../apps/api/corrections/correction.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { actedSchema, taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import { and, bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

/** 核实 and 估算 at once, then 结论. */
const forked = (key: string, attributes = {}): string =>
  bpmn(
    process(
      key,
      { name: '分头办理', ...attributes },
      start('s'),
      and('f'),
      user('check', { name: '核实', 'ld:role': 'cdi.intake', 'ld:agency': 'cdi', 'ld:due': 'P10D' }),
      user('cost', { name: '估算', 'ld:role': 'fin.staff', 'ld:agency': 'fin', 'ld:due': 'P5D' }),
      and('j'),
      user('close', { name: '结论', 'ld:role': 'insp.office', 'ld:agency': 'insp' }),
      end('e'),
      flows('s>f>check>j>close>e', 'f>cost>j'),
    ),
  );

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, forked('Forked'));
  await publish(api, forked('Guarded', { 'ld:corrections': 'two-persons' }));
  await publish(api, twoSteps('Steps'));
});
afterAll(() => api.stop());

const correct = (as: string, id: string, instructions: readonly object[], more = {}, query = '') =>
  api.post(as, `/cases/${id}/corrections${query}`, { instructions, reason: '材料补正', ...more });
const open = async (as: string, id: string) =>
  (await api.get(as, `/cases/${id}`)).read(caseSchema).openTasks.map(({ elementId }) => elementId);
const told = async (as: string, id: string) =>
  (await api.get(as, `/cases/${id}/timeline?limit=200`)).read(timelineSchema).items;

describe('an operator corrects where a case stands', () => {
  it('sees every token, and where tokens wait', async () => {
    const opened = await openCase(api, 'insp.office', 'Forked');
    await api.post('cdi.intake', `/tasks/${stepAt(opened, 'check')}/complete`);
    const { corrections, instances, waiting } = (await api.get('supervisor', `/cases/${opened.id}/tokens`)).read(
      tokensSchema,
    );
    expect(corrections).toBe('one-person');
    const standing = instances.filter(({ kind }) => kind === 'node');
    expect(standing).toMatchObject([{ elementId: 'cost', name: '估算', tasks: [stepAt(opened, 'cost')] }]);
    expect(waiting).toMatchObject([{ elementId: 'j', flowId: 'check_j', instanceId: null }]);
  });

  it('skips, repeats, moves, starts and cancels, and it stands in the story who, why and whom it concerned', async () => {
    const opened = await openCase(api, 'insp.office', 'Forked');
    await api.post('fin.staff', `/tasks/${stepAt(opened, 'cost')}/claim`);
    const after = (
      await correct(
        'supervisor',
        opened.id,
        [
          { kind: 'skip', elementId: 'check' },
          { kind: 'move', elementId: 'cost', to: 'close' },
        ],
        { force: true },
      )
    ).read(changedCaseSchema);
    expect(after.openTasks.map(({ elementId }) => elementId)).toEqual(['close']);
    const entries = (await told('insp.office', opened.id)).filter(({ actor }) => actor === 'supervisor');
    expect(entries.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['step-skipped', 'token-moved', 'case-corrected']),
    );
    const corrected = entries.find(({ kind }) => kind === 'case-corrected');
    expect(corrected).toMatchObject({ reason: '材料补正', data: { for: ['fin.staff'], warnings: ['JOIN_STARVES'] } });
    expect((await correct('supervisor', opened.id, [{ kind: 'repeat', elementId: 'close' }])).status).toBe(200);
    expect((await correct('supervisor', opened.id, [{ kind: 'start', at: 'close' }])).status).toBe(200);
    expect(await open('supervisor', opened.id)).toEqual(['close', 'close']);
    const { instances } = (await api.get('supervisor', `/cases/${opened.id}/tokens`)).read(tokensSchema);
    const [one] = instances.filter(({ elementId }) => elementId === 'close');
    expect((await correct('supervisor', opened.id, [{ kind: 'cancel', instanceId: one?.instanceId }])).status).toBe(
      200,
    );
    expect(await open('supervisor', opened.id)).toEqual(['close']);
  });

  it('sees beforehand what becomes of tokens, tasks and alarms, and nothing has changed', async () => {
    const opened = await openCase(api, 'insp.office', 'Forked');
    const counts = await api.counts();
    const preview = (
      await correct('supervisor', opened.id, [{ kind: 'move', elementId: 'cost', to: 'close' }], {}, '?preview=true')
    ).read(previewSchema);
    expect(preview.opened.map(({ elementId }) => elementId)).toEqual(['close']);
    expect(preview.closed).toMatchObject([{ elementId: 'cost', status: 'cancelled' }]);
    expect(preview.alarms.filter(({ cancelled }) => cancelled).length).toBeGreaterThan(0);
    expect(preview.tokens?.before.map(({ name }) => name).toSorted()).toEqual(['估算', '核实'].toSorted());
    expect(preview.tokens?.after.map(({ name }) => name).toSorted()).toEqual(['核实', '结论'].toSorted());
    expect(preview.warnings).toMatchObject([{ code: 'JOIN_STARVES', elementId: 'j' }]);
    expect(await api.counts()).toEqual(counts);
    expect((await open('supervisor', opened.id)).toSorted()).toEqual(['check', 'cost']);
  });

  it('is told where the whole case stands and where a token may be put; who does a step is not', async () => {
    const opened = await openCase(api, 'insp.office', 'Forked');
    const { targets } = (await api.get('supervisor', `/cases/${opened.id}/tokens`)).read(tokensSchema);
    expect(targets).toContainEqual(expect.objectContaining({ elementId: 'close', name: '结论', kind: 'userTask' }));
    const path = `/tasks/${stepAt(opened, 'cost')}/complete?preview=true`;
    expect((await api.post('fin.staff', path, {})).read(previewSchema).tokens).toBeUndefined();
    const suspending = await api.post('supervisor', `/cases/${opened.id}/suspend?preview=true`);
    expect(suspending.read(previewSchema).tokens).toBeDefined();
  });

  it.each([
    ['a join that starves', [{ kind: 'cancel', elementId: 'cost' }], {}, 409, 'UNSOUND_RESULT'],
    ['no reason', [{ kind: 'repeat', elementId: 'cost' }], { reason: ' ' }, 422, 'INVALID_INPUT'],
    ['no instruction', [], {}, 422, 'INVALID_INPUT'],
    [
      'a token that is named twice over',
      [{ kind: 'cancel', elementId: 'cost', instanceId: 'x' }],
      {},
      422,
      'INVALID_INPUT',
    ],
    ['an instruction that nobody knows', [{ kind: 'jump', elementId: 'cost' }], {}, 422, 'INVALID_INPUT'],
    ['no token there', [{ kind: 'repeat', elementId: 'close' }], {}, 409, 'UNKNOWN_TOKEN'],
    ['an element that is none', [{ kind: 'start', at: 'nowhere' }], {}, 422, 'UNKNOWN_ELEMENT'],
    ['a flow that leads elsewhere', [{ kind: 'start', at: 'close', flowId: 'f_cost' }], {}, 422, 'UNKNOWN_FLOW'],
  ] as const)('is refused for %s, and nothing has changed', async (_, instructions, more, status, code) => {
    const opened = await openCase(api, 'insp.office', 'Forked');
    const counts = await api.counts();
    const answer = await correct('supervisor', opened.id, instructions, more);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await api.counts()).toEqual(counts);
  });

  it('and nobody else does, not even who opened the case', async () => {
    const opened = await openCase(api, 'insp.office', 'Forked');
    for (const as of ['insp.office', 'cdi.intake', 'fin.staff']) {
      const answer = await correct(as, opened.id, [{ kind: 'repeat', elementId: 'cost' }]);
      expect([as, answer.status, answer.code]).toEqual([as, 403, 'FORBIDDEN']);
      expect((await api.get(as, `/cases/${opened.id}/tokens`)).status).toBe(403);
    }
  });

  it('once, however often the same request is sent', async () => {
    const opened = await openCase(api, 'insp.office', 'Steps');
    const send = () =>
      api.post(
        'supervisor',
        `/cases/${opened.id}/corrections`,
        {
          instructions: [{ kind: 'start', at: 'verify' }],
          reason: '补一次核实',
        },
        { 'idempotency-key': 'once' },
      );
    const answers = [await send(), await send(), await send()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await open('supervisor', opened.id)).toSorted()).toEqual(['intake', 'verify']);
  });
});

describe('where the procedure wants two persons', () => {
  const asked = async () => {
    const opened = await openCase(api, 'insp.office', 'Guarded');
    const answer = await correct('supervisor', opened.id, [
      { kind: 'skip', elementId: 'check' },
      { kind: 'skip', elementId: 'cost' },
    ]);
    const after = answer.read(changedCaseSchema);
    const approval = after.openTasks.find(({ kind }) => kind === 'correction');
    return { answer, after, id: opened.id, approval: approval?.id ?? '' };
  };
  const decide = (as: string, approval: string, outcome: string) =>
    api.post(as, `/tasks/${approval}/complete`, { outcome });

  it('a correction waits for another operator, who sees what is asked for', async () => {
    const { answer, after, id, approval } = await asked();
    expect([answer.status, after.approvalAsked]).toEqual([202, true]);
    expect((await open('supervisor', id)).toSorted()).toEqual(['Guarded', 'check', 'cost']);
    const { items } = (await api.get('cdi.head', '/tasks?scope=group&limit=200')).read(taskListSchema);
    const found = items.find((task) => task.id === approval);
    expect(found).toMatchObject({
      kind: 'correction',
      asks: { by: { user: 'supervisor' }, reason: '材料补正', act: { kind: 'correctCase' } },
    });
    const done = await decide('cdi.head', approval, 'approve');
    expect(done.status).toBe(200);
    expect(done.read(actedSchema).openTasks.map(({ elementId }) => elementId)).toEqual(['close']);
    const kinds = (await told('insp.office', id)).map(({ kind, actor }) => `${kind} ${actor}`);
    expect(kinds).toEqual(
      expect.arrayContaining([
        'correction-asked supervisor',
        'correction-confirmed cdi.head',
        'case-corrected cdi.head',
      ]),
    );
  });

  it('never by who asked for it, who may take it back', async () => {
    const { id, approval } = await asked();
    const own = await decide('supervisor', approval, 'approve');
    expect([own.status, own.code]).toEqual([403, 'SECOND_PERSON_NEEDED']);
    expect((await decide('supervisor', approval, 'reject')).status).toBe(200);
    expect((await open('supervisor', id)).toSorted()).toEqual(['check', 'cost']);
  });

  it('nor by who is no operator', async () => {
    const { approval } = await asked();
    for (const as of ['insp.office', 'cdi.intake']) expect((await decide(as, approval, 'approve')).status).toBe(403);
    expect((await api.post('cdi.intake', `/tasks/${approval}/claim`)).status).toBe(403);
  });

  it('data and the start day as well; what a preview refuses is refused at once', async () => {
    const { id } = await asked();
    const data = await api.send('supervisor', 'PATCH', `/cases/${id}/variables`, {
      variables: { amount: 1 },
      reason: '录错',
    });
    expect([data.status, data.read(changedCaseSchema).variables]).toEqual([202, {}]);
    const day = await api.send('cdi.head', 'POST', `/cases/${id}/start-day`, {
      startsOn: '2026-01-05',
      reason: '录错',
    });
    expect(day.status).toBe(202);
    const starving = await correct('supervisor', id, [{ kind: 'cancel', elementId: 'cost' }]);
    expect([starving.status, starving.code]).toEqual([409, 'UNSOUND_RESULT']);
    const preview = await correct('supervisor', id, [{ kind: 'repeat', elementId: 'cost' }], {}, '?preview=true');
    expect(preview.read(previewSchema).opened.map(({ elementId }) => elementId)).toEqual(['cost']);
    const silent = await api.send('supervisor', 'PATCH', `/cases/${id}/variables`, { variables: { amount: 1 } });
    expect([silent.status, silent.code]).toEqual([422, 'REASON_REQUIRED']);
  });

  it('in a trial the two are played', async () => {
    const trial = (await api.post('designer', '/trials', { definitionKey: 'Guarded' })).read(changedCaseSchema);
    const asking = await api.post('designer', `/cases/${trial.id}/corrections?as=supervisor`, {
      instructions: [{ kind: 'skip', elementId: 'check' }],
      reason: '试一试',
    });
    const { openTasks } = asking.read(changedCaseSchema);
    const approval = openTasks.find(({ kind }) => kind === 'correction')?.id;
    const same = await api.post('designer', `/tasks/${approval}/complete?as=supervisor`, { outcome: 'approve' });
    expect([same.status, same.code]).toEqual([403, 'SECOND_PERSON_NEEDED']);
    const other = await api.post('designer', `/tasks/${approval}/complete?as=cdi.head`, { outcome: 'approve' });
    expect(other.read(actedSchema).openTasks.map(({ elementId }) => elementId)).toEqual(['cost']);
  });
});
