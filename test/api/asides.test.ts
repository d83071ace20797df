import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addedTaskSchema } from '../../apps/api/asides/aside.schema.ts';
import type { AddedTask } from '../../apps/api/asides/aside.schema.ts';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { previewSchema } from '../../apps/api/commands/preview.schema.ts';
import { addedNoteSchema, notesSchema } from '../../apps/api/notes/note.schema.ts';
import { taskListSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
});
afterAll(() => api.stop());

const seen = async (id: string) => (await api.get('supervisor', `/cases/${id}`)).read(caseSchema);
const add = (as: string, id: string, body: object, query = '') => api.post(as, `/cases/${id}/tasks${query}`, body);
const added = async (as: string, id: string, body: object): Promise<AddedTask> =>
  (await add(as, id, body)).read(addedTaskSchema);
const group = async (as: string) =>
  (await api.get(as, '/tasks?scope=group&limit=200')).read(taskListSchema).items.map(({ id }) => id);
const finish = async (id: string) => {
  await api.post('cdi.intake', `/tasks/${stepAt(await seen(id), 'intake')}/complete`, { outcome: 'accept' });
  await api.post('insp.office', `/tasks/${stepAt(await seen(id), 'verify')}/complete`);
};

describe('a task is added beside the procedure', () => {
  it('for a role, with a deadline of its own, and is done like any other', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    const task = await added('insp.office', id, {
      name: '调取账册',
      description: '近三年',
      role: 'fin.staff',
      agency: 'fin',
      due: 'P5D',
      counting: 'working',
      ladder: 'standard',
    });
    expect(task).toMatchObject({ kind: 'adhoc', addedBy: 'insp.office', description: '近三年', status: 'open' });
    expect(task.dueOn).not.toBeNull();
    expect(task.alarms.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['due', 'rung']));
    expect(await group('fin.staff')).toContain(task.id);
    expect(await group('cdi.intake')).not.toContain(task.id);
    expect((await api.post('cdi.intake', `/tasks/${task.id}/complete`)).status).toBe(403);
    await api.post('fin.staff', `/tasks/${task.id}/claim`);
    const done = await api.post('fin.staff', `/tasks/${task.id}/complete`, { variables: { books: 3 } });
    expect(done.status).toBe(200);
    const { variables, openTasks } = await seen(id);
    expect(Object.values(variables)).toEqual([{ books: 3 }]);
    expect(openTasks.map(({ elementId }) => elementId)).toEqual(['intake']);
  });

  it('for a person, who learns of it, and for an agency', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    const mine = await added('cdi.intake', id, { name: '核对', assignee: 'audit.staff', dueOn: '2099-01-04' });
    expect([mine.assignee, mine.dueOn]).toEqual(['audit.staff', '2099-01-04']);
    expect((await api.get('audit.staff', `/tasks/${mine.id}`)).read(taskSchema).name).toBe('核对');
    const house = await added('supervisor', id, { name: '函询', agency: 'fin' });
    expect((await api.get('fin.staff', `/tasks/${house.id}`)).read(taskSchema).agency).toBe('fin');
  });

  it('holds the end of the case, unless it was said that it does not', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    const holding = await added('insp.office', id, { name: '归档', role: 'insp.office', agency: 'insp' });
    const loose = await added('insp.office', id, {
      name: '知会',
      role: 'cdi.intake',
      agency: 'cdi',
      holdsEnd: false,
    });
    await finish(id);
    expect(await seen(id)).toMatchObject({ status: 'running' });
    await api.post('insp.office', `/tasks/${holding.id}/complete`);
    expect(await seen(id)).toMatchObject({ status: 'completed', openTasks: [] });
    expect((await api.get('insp.office', `/tasks/${loose.id}`)).read(taskSchema).status).toBe('cancelled');
  });

  it('is taken away by who added it, who opened the case, or an operator', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    const cancel = (as: string, task: string) => api.post(as, `/tasks/${task}/cancel`, { reason: '不用了' });
    const add1 = () => added('cdi.intake', id, { name: '核对', role: 'cdi.style', agency: 'cdi' });
    for (const as of ['cdi.intake', 'insp.office', 'supervisor'])
      expect((await cancel(as, (await add1()).id)).status).toBe(200);
    const task = await add1();
    const other = await cancel('cdi.style', task.id);
    expect([other.status, other.code]).toEqual([403, 'NOT_YOURS']);
    const step = await cancel('supervisor', stepAt(await seen(id), 'intake'));
    expect([step.status, step.code]).toEqual([409, 'NOT_ADHOC']);
  });

  it('shows beforehand what it would be, and leaves nothing behind then', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    const counts = await api.counts();
    const body = { name: '调取账册', role: 'fin.staff', agency: 'fin', due: 'P5D' };
    const preview = (await add('insp.office', id, body, '?preview=true')).read(previewSchema);
    expect(preview.opened).toMatchObject([{ name: '调取账册', agency: 'fin', role: 'fin.staff' }]);
    expect(preview.alarms.length).toBeGreaterThan(0);
    expect(await api.counts()).toEqual(counts);
  });

  it.each([
    ['nobody to do it', { name: '办' }, 422, 'INVALID_INPUT'],
    ['no name', { name: ' ', agency: 'fin' }, 422, 'INVALID_INPUT'],
    ['two deadlines', { name: '办', agency: 'fin', due: 'P1D', dueOn: '2099-01-04' }, 422, 'INVALID_INPUT'],
    ['a deadline that is none', { name: '办', agency: 'fin', due: 'soon' }, 422, 'INVALID_DEADLINE'],
    ['a period that nobody knows', { name: '办', agency: 'fin', period: 'never' }, 422, 'NO_PERIOD'],
    ['a ladder that nobody knows', { name: '办', agency: 'fin', due: 'P1D', ladder: 'none' }, 422, 'NO_LADDER'],
    ['a person who is not there', { name: '办', assignee: 'ghost' }, 422, 'UNKNOWN_PERSON'],
    ['a role that is none', { name: '办', role: 'ghost' }, 422, 'UNKNOWN_ROLE'],
    ['an agency that is none', { name: '办', agency: 'ghost' }, 422, 'UNKNOWN_AGENCY'],
    ['a form that is none', { name: '办', agency: 'fin', form: 'ghost' }, 422, 'UNKNOWN_FORM'],
  ] as const)('is refused for %s, and nothing has changed', async (_, body, status, code) => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    const counts = await api.counts();
    const answer = await add('insp.office', id, body);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await api.counts()).toEqual(counts);
  });

  it('and refused to who only looks on', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    await api.post('cdi.intake', `/tasks/${stepAt(await seen(id), 'intake')}/complete`, { outcome: 'accept' });
    const answer = await add('cdi.style', id, { name: '办', agency: 'fin' });
    expect([answer.status, answer.code]).toEqual([403, 'NOT_ACTING']);
  });
});

describe('a note on a case', () => {
  const note = (as: string, id: string, body: object) => api.post(as, `/cases/${id}/notes`, body);
  const texts = async (as: string, id: string) =>
    (await api.get(as, `/cases/${id}/notes`)).read(notesSchema).items.map(({ text }) => text);

  it('goes to all who see the case whole, or to those whom it names and its author', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    expect((await note('cdi.intake', id, { text: '请留意' })).read(addedNoteSchema)).toMatchObject({
      text: '请留意',
      author: 'cdi.intake',
      visibleTo: null,
      settled: true,
    });
    await note('cdi.intake', id, { text: '只给主管', visibleTo: { users: ['supervisor'] } });
    await note('insp.office', id, { text: '给受理岗', visibleTo: { roles: ['cdi.intake'] } });
    await note('supervisor', id, { text: '给巡察办', visibleTo: { agencies: ['insp'] } });
    expect(await texts('cdi.intake', id)).toEqual(['给受理岗', '只给主管', '请留意']);
    expect(await texts('insp.office', id)).toEqual(['给巡察办', '给受理岗', '请留意']);
    expect(await texts('supervisor', id)).toEqual(['给巡察办', '只给主管', '请留意']);
    expect(await texts('cdi.style', id)).toEqual(['请留意']);
    expect((await api.get('audit.staff', `/cases/${id}/notes`)).status).toBe(404);
  });

  it('leaves no word of itself in the timeline', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    await note('insp.office', id, { text: '密语', visibleTo: { users: ['supervisor'] } });
    const { text } = await api.get('insp.office', `/cases/${id}/timeline?limit=200`);
    expect([text.includes('note-added'), text.includes('密语')]).toEqual([true, false]);
  });

  it('is never empty, and never twice under one key', async () => {
    const { id } = await openCase(api, 'insp.office', 'Steps');
    expect((await note('insp.office', id, { text: '  ' })).status).toBe(422);
    for (const _ of [1, 2]) {
      await api.post('insp.office', `/cases/${id}/notes`, { text: '一次' }, { 'idempotency-key': 'note-once' });
    }
    expect(await texts('insp.office', id)).toEqual(['一次']);
  });
});
