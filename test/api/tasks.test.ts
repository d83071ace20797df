import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actedSchema, taskListSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { openCase, ownStep, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
  await publish(api, ownStep('Own'));
});
afterAll(() => api.stop());

const intakeStep = async () => stepAt(await openCase(api, 'insp.office', 'Steps'), 'intake');
const ids = async (as: string, query: string) =>
  (await api.get(as, `/tasks?${query}`)).read(taskListSchema).items.map(({ id }) => id);

describe('worklists', () => {
  it('offer a step to everybody who holds its role, until somebody takes it', async () => {
    const step = await intakeStep();
    for (const as of ['cdi.intake', 'cdi.intake2']) expect(await ids(as, 'scope=group')).toContain(step);
    expect(await ids('insp.office', 'scope=group')).not.toContain(step);
    const claimed = (await api.post('cdi.intake', `/tasks/${step}/claim`)).read(actedSchema);
    expect(claimed.assignee).toBe('cdi.intake');
    expect(await ids('cdi.intake', 'scope=mine')).toContain(step);
    expect(await ids('cdi.intake2', 'scope=group')).not.toContain(step);
    expect((await api.post('cdi.intake2', `/tasks/${step}/complete`, { outcome: 'accept' })).status).toBe(403);
    await api.post('cdi.intake', `/tasks/${step}/unclaim`);
    expect(await ids('cdi.intake2', 'scope=group')).toContain(step);
  });

  it('give a step that names nobody to whoever opened the case', async () => {
    const step = stepAt(await openCase(api, 'fin.staff', 'Own'), 'own');
    expect(await ids('fin.staff', 'scope=mine')).toContain(step);
    expect((await api.post('fin.staff', `/tasks/${step}/complete`)).status).toBe(200);
  });

  it('show an agency all that is with it, and a case its steps', async () => {
    const opened = await openCase(api, 'insp.office', 'Steps');
    expect(await ids('cdi.head', 'scope=agency')).toContain(stepAt(opened, 'intake'));
    expect(await ids('insp.office', `caseId=${opened.id}&status=open`)).toEqual([stepAt(opened, 'intake')]);
  });

  it.each(['dueAt', '-dueAt', 'openedAt', '-openedAt', 'name', '-name', 'priority', '-priority'])(
    'page by %s without losing a step',
    async (sort) => {
      const all = await ids('supervisor', `sort=${sort}&limit=200`);
      const paged: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: { id: string }[]; nextCursor: string | null } = (
          await api.get('supervisor', `/tasks?sort=${sort}&limit=2${cursor ? `&cursor=${cursor}` : ''}`)
        ).read(taskListSchema);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(all);
    },
  );
});

describe('an operation on a step', () => {
  it('answers what is open in the case now', async () => {
    const step = await intakeStep();
    const claimed = (await api.post('cdi.intake', `/tasks/${step}/claim`)).read(actedSchema);
    expect(claimed.openTasks).toMatchObject([{ id: step, elementId: 'intake', assignee: 'cdi.intake' }]);
    const done = (await api.post('cdi.intake', `/tasks/${step}/complete`, { outcome: 'accept' })).read(actedSchema);
    const { items } = (await api.get('cdi.intake', `/tasks?caseId=${done.caseId}&status=open`)).read(taskListSchema);
    expect(done.openTasks.map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    expect(done.openTasks.map(({ id }) => id)).not.toContain(step);
  });

  it('under the same key gives the same answer, never STALE_TASK', async () => {
    const step = await intakeStep();
    const complete = () =>
      api.post('cdi.intake', `/tasks/${step}/complete`, { outcome: 'accept' }, { 'idempotency-key': 'once' });
    const [first, second] = [await complete(), await complete()];
    expect(second.status).toBe(200);
    expect(second.read(actedSchema)).toEqual(first.read(actedSchema));
    expect((await api.post('cdi.intake', `/tasks/${step}/complete`, { outcome: 'accept' })).code).toBe('STALE_TASK');
  });

  it('under the same key is done once, even when it is sent many times at once', async () => {
    const step = await intakeStep();
    const send = () =>
      api.post('cdi.intake', `/tasks/${step}/complete`, { outcome: 'accept' }, { 'idempotency-key': 'many' });
    const answers = await Promise.all(Array.from({ length: 8 }, send));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const completed = await api.system.rows(`select 1 from timeline where task_id = $1 and kind = 'task-completed'`, [
      step,
    ]);
    expect(completed).toHaveLength(1);
  });

  it('under the same key with another body is KEY_REUSED, and another person’s same key is another key', async () => {
    const step = await intakeStep();
    const comment = (as: string, text: string) =>
      api.post(as, `/tasks/${step}/comment`, { text }, { 'idempotency-key': 'note' });
    expect((await comment('cdi.intake', '一')).status).toBe(200);
    const reused = await comment('cdi.intake', '二');
    expect([reused.status, reused.code]).toEqual([422, 'KEY_REUSED']);
    expect((await comment('cdi.intake2', '二')).status).toBe(200);
  });

  it('that was refused leaves its key free for the corrected one', async () => {
    const step = await intakeStep();
    const complete = (outcome: string) =>
      api.post('cdi.intake', `/tasks/${step}/complete`, { outcome }, { 'idempotency-key': 'second-try' });
    expect((await complete('maybe')).code).toBe('UNKNOWN_OUTCOME');
    expect((await complete('accept')).status).toBe(200);
  });

  it('refuses an outcome that the answers on its form do not bear out, and takes another', async () => {
    const five = { namedPerson: true, specificAct: true, amountOrTime: true, evidence: false, withinPower: true };
    const variables = { ...five, unitViolation: false, opinion: '证据尚缺' };
    await publish(
      api,
      bpmn(
        process(
          'Gated',
          start('s'),
          user('gate', { 'ld:form': 'audit-clue-gate', 'ld:outcomes': '形成线索,未形成线索' }),
          end('e'),
          flows('s>gate>e'),
        ),
      ),
    );
    const opened = await openCase(api, 'audit.staff', 'Gated');
    const path = `/tasks/${stepAt(opened, 'gate')}/complete`;
    const refused = await api.post('audit.staff', path, { outcome: '形成线索', variables });
    expect([refused.status, refused.code]).toEqual([422, 'INVALID_FORM']);
    expect(JSON.parse(refused.text)).toMatchObject({ defects: [{ path: 'variables.evidence' }] });
    expect((await api.post('audit.staff', path, { outcome: '未形成线索', variables })).status).toBe(200);
  });

  it('extends at once for one who may approve it, and asks for approval for others', async () => {
    const step = await intakeStep();
    const before = (await api.get('cdi.intake', `/tasks/${step}`)).read(taskSchema);
    const asked = await api.post('cdi.intake', `/tasks/${step}/extend`, { by: 'P5D', reason: '情况复杂' });
    expect(asked.status).toBe(202);
    expect(asked.read(actedSchema)).toMatchObject({ dueOn: before.dueOn, approvalAsked: true });
    const approved = await api.post('supervisor', `/tasks/${step}/extend`, { by: 'P5D' });
    expect(approved.status).toBe(200);
    expect(approved.read(actedSchema).dueOn).not.toBe(before.dueOn);
  });

  it('stops and restarts an internal clock', async () => {
    const step = await intakeStep();
    expect((await api.post('cdi.intake', `/tasks/${step}/suspend`)).read(actedSchema).status).toBe('suspended');
    expect((await api.post('cdi.intake', `/tasks/${step}/complete`, { outcome: 'accept' })).code).toBe(
      'TASK_SUSPENDED',
    );
    expect((await api.post('cdi.intake', `/tasks/${step}/resume`)).read(actedSchema).status).toBe('open');
  });

  it('hands a step to somebody who is there', async () => {
    const step = await intakeStep();
    expect((await api.post('cdi.intake', `/tasks/${step}/transfer`, { to: 'ghost' })).code).toBe('UNKNOWN_PERSON');
    const moved = await api.post('cdi.intake', `/tasks/${step}/transfer`, { to: 'cdi.intake2' });
    expect(moved.read(actedSchema).assignee).toBe('cdi.intake2');
  });

  it('urges and remarks for anyone in the circle', async () => {
    const step = await intakeStep();
    expect((await api.post('insp.office', `/tasks/${step}/remind`, { reason: '请抓紧' })).status).toBe(200);
    expect((await api.post('insp.office', `/tasks/${step}/comment`, { text: '材料已补' })).status).toBe(200);
  });
});
