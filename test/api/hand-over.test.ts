import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderedSchema } from '../../apps/api/bulk/bulk.schema.ts';
import { leftBehindSchema } from '../../apps/api/bulk/hand-over.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { actedSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
const inAWeek = addDays(civilDateOf(Date.now()), 7);
const outcome = ({ status, code }: Answer) => [status, code];
const ordered = async (as: string, body: object, query = '') =>
  (await api.post(as, `/bulk${query}`, { kind: 'hand-over', ...body })).read(orderedSchema);
const leftBehind = async (as: string, person: string) =>
  (await api.get(as, `/people/${person}/hand-over`)).read(leftBehindSchema);
const assigneeOf = async (task: string) => (await api.get('supervisor', `/tasks/${task}`)).read(taskSchema).assignee;
const claimed = async (by: string, key = 'Left') => {
  const found = await openCase(api, 'insp.office', key);
  const intake = stepAt(found, 'intake');
  await api.post(by, `/tasks/${intake}/claim`);
  return { id: found.id, intake };
};

/** The second step is somebody's by name. */
const named = (key: string) =>
  bpmn(
    process(
      key,
      start('s'),
      user('intake', { name: '受理', 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' }),
      user('review', { name: '复核', 'camunda:assignee': 'cdi.intake' }),
      end('e'),
      flows('s>intake>review>e'),
    ),
  );

const style = (key: string) =>
  bpmn(
    process(
      key,
      start('s'),
      user('intake', { 'ld:role': 'cdi.style', 'ld:agency': 'cdi' }),
      end('e'),
      flows('s>intake>e'),
    ),
  );

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Left'));
  await publish(api, twoSteps('Other'));
  await publish(api, named('Named'));
  await publish(api, style('Style'));
});
afterAll(() => api.stop());

describe('what somebody leaves behind', () => {
  it('is told in numbers to the person, the head of the house, the leaders and the system administrator, to nobody else', async () => {
    await claimed('cdi.intake2');
    await api.post('cdi.intake2', '/deputies', { deputy: 'cdi.style', until: inAWeek });
    for (const as of ['cdi.intake2', 'cdi.head', 'supervisor'])
      expect(await leftBehind(as, 'cdi.intake2')).toMatchObject({
        person: { id: 'cdi.intake2', active: true },
        openTasks: 1,
        cases: 1,
        tasks: [{ role: 'cdi.intake', agency: 'cdi', count: 1 }],
        posts: [{ role: 'cdi.intake', agency: 'cdi', until: null }],
        deputies: [{ user: 'cdi.style', until: inAWeek }],
        principals: [],
      });
    for (const as of ['fin.staff', 'cdi.intake'])
      expect(outcome(await api.get(as, '/people/cdi.intake2/hand-over'))).toEqual([403, 'FORBIDDEN']);
    const administrator = await api.get('sysadmin', '/admin/people/cdi.intake2/hand-over');
    expect(administrator.read(leftBehindSchema).openTasks).toBe(1);
    expect(administrator.text).not.toContain('问题线索');
    expect((await api.get('auditadmin', '/admin/people/cdi.intake2/hand-over')).status).toBe(403);
    expect((await api.get('sysadmin', '/people/cdi.intake2/hand-over')).status).toBe(403);
  });

  it('goes to another by rules, the rest back to the group, what is still to come to the successor', async () => {
    await publish(api, twoSteps('Ruled'));
    const [byRule, other] = [await claimed('cdi.intake', 'Ruled'), await claimed('cdi.intake', 'Other')];
    const coming = await claimed('cdi.intake2', 'Named');
    const body = {
      from: 'cdi.intake',
      to: null,
      rules: [{ definitionKey: 'Ruled', to: 'cdi.style' }],
      reason: '调离',
    };
    const seen = await ordered('cdi.head', body, '?preview=true');
    expect(seen.items.map(({ caseId, to, status }) => [caseId, to, status])).toEqual([
      [byRule.id, 'cdi.style', 'pending'],
      [other.id, null, 'pending'],
    ]);
    expect((await ordered('cdi.head', body)).counts).toMatchObject({ total: 2, done: 2 });
    expect([await assigneeOf(byRule.intake), await assigneeOf(other.intake)]).toEqual(['cdi.style', null]);
    const story = (await api.get('supervisor', `/cases/${byRule.id}/timeline`)).read(timelineSchema).items;
    expect(story.find(({ kind }) => kind === 'task-handed-over')).toMatchObject({ actor: 'cdi.head', reason: '调离' });

    await ordered('cdi.head', { from: 'cdi.intake', to: 'cdi.intake2' });
    const next = await api.post('cdi.intake2', `/tasks/${coming.intake}/complete`);
    expect(next.read(actedSchema).openTasks).toMatchObject([{ elementId: 'review', assignee: 'cdi.intake2' }]);
  });

  it('does not go to whoever has stepped back from the case, and what is left is told', async () => {
    const [kept, given] = [await claimed('cdi.intake', 'Left'), await claimed('cdi.intake', 'Other')];
    await api.post('cdi.head', '/recusals', { personId: 'cdi.intake2', caseId: kept.id, ground: 'relative' });
    const done = await ordered('cdi.head', { from: 'cdi.intake', to: 'cdi.intake2' });
    const of = (id: string) => done.items.filter(({ caseId }) => caseId === id).map(({ code }) => code);
    expect([of(kept.id), of(given.id)]).toEqual([
      ['RECUSED', 'RECUSED'],
      [null, null],
    ]);
    expect(await leftBehind('cdi.head', 'cdi.intake')).toMatchObject({ openTasks: 1 });
    expect(await assigneeOf(kept.intake)).toBe('cdi.intake');
  });

  it.each([
    ['somebody of another house', 'fin.staff', { from: 'cdi.intake', to: 'cdi.intake2' }, [403, 'FORBIDDEN']],
    ['a colleague', 'cdi.intake2', { from: 'cdi.intake', to: 'cdi.intake2' }, [403, 'FORBIDDEN']],
    ['an administrator', 'sysadmin', { from: 'cdi.intake', to: 'cdi.intake2' }, [403, 'FORBIDDEN']],
    ['the head, to nobody known', 'cdi.head', { from: 'cdi.intake', to: 'ghost' }, [422, 'UNKNOWN_PERSON']],
    ['the head, to the same person', 'cdi.head', { from: 'cdi.intake', to: 'cdi.intake' }, [422, 'SAME_PERSON']],
  ])('is not given by %s', async (_, as, body, expected) => {
    expect(outcome(await api.post(as, '/bulk', { kind: 'hand-over', ...body }))).toEqual(expected);
  });

  it('stands in the way of closing the account until it is handed over', async () => {
    const { intake } = await claimed('cdi.style', 'Style');
    const closing = () => api.post('sysadmin', '/admin/people/cdi.style/deactivate', { reason: '调离' });
    expect(outcome(await closing())).toEqual([409, 'TASKS_OPEN']);
    await ordered('cdi.head', { from: 'cdi.style', to: 'cdi.intake2', leaves: true });
    expect((await closing()).status).toBe(200);
    expect(await assigneeOf(intake)).toBe('cdi.intake2');
  });

  it('is also handed over after the person has gone', async () => {
    const { intake } = await claimed('cdi.intake', 'Left');
    await api.post('sysadmin', '/admin/people/cdi.intake/deactivate', { reason: '调离', evenIfTasksOpen: true });
    expect((await ordered('cdi.head', { from: 'cdi.intake', to: 'cdi.intake2' })).counts.done).toBeGreaterThan(0);
    expect(await assigneeOf(intake)).toBe('cdi.intake2');
  });
});
