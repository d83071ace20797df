import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { actedSchema, taskListSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

/** Intake by the commission, a statement by the unit, a review by the commission. */
const inquiry = bpmn(
  process(
    'Inquiry',
    start('s'),
    user('intake', { name: '受理', 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' }),
    user('statement', { name: '说明情况', 'ld:role': 'unit.head', 'ld:agency': '=unit' }),
    user('review', { name: '研判', 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' }),
    end('e'),
    flows('s>intake>statement>review>e'),
  ),
);

let api: Api;
let id: string;
let intake: string;
let statement: string;

beforeAll(async () => {
  api = await startApi();
  await publish(api, inquiry);
  const opened = await openCase(api, 'cdi.intake', 'Inquiry', { variables: { unit: 'unit1', reporter: '某举报人' } });
  id = opened.id;
  intake = stepAt(opened, 'intake');
  await api.post('cdi.intake', `/tasks/${intake}/complete`, { comment: '只供内部' });
  statement = stepAt((await api.get('cdi.intake', `/cases/${id}`)).read(caseSchema), 'statement');
});
afterAll(() => api.stop());

describe('a supervised unit in the circle', () => {
  it('has its own step and completes it', async () => {
    const list = (await api.get('unit1.head', '/tasks?scope=group')).read(taskListSchema);
    expect(list.items.map((task) => task.id)).toEqual([statement]);
    expect((await api.get('unit2.head', '/tasks?scope=group')).read(taskListSchema).items).toEqual([]);
    expect((await api.get('unit2.head', `/tasks/${statement}`)).status).toBe(404);
  });

  it('sees neither the case’s variables nor the steps of others', async () => {
    const shown = await api.get('unit1.head', `/cases/${id}`);
    expect(shown.read(caseSchema).openTasks.map((task) => task.id)).toEqual([statement]);
    const step = await api.get('unit1.head', `/tasks/${statement}`);
    expect(step.read(taskSchema).variables).toEqual({});
    const timeline = await api.get('unit1.head', `/cases/${id}/timeline`);
    const steps = timeline.read(timelineSchema).items.map(({ taskId }) => taskId);
    expect(steps).not.toContain(intake);
    for (const { text } of [shown, step, timeline]) {
      expect(text).not.toContain('某举报人');
      expect(text).not.toContain('只供内部');
    }
    expect((await api.get('unit1.head', `/tasks/${intake}`)).status).toBe(404);
  });

  it('keeps seeing what it has done', async () => {
    const done = await api.post('unit1.head', `/tasks/${statement}/complete`, { variables: { reply: '已整改' } });
    expect(done.read(actedSchema).openTasks).toEqual([]);
    expect((await api.get('unit1.head', `/tasks/${statement}`)).status).toBe(200);
    expect((await api.get('unit1.head', `/cases/${id}`)).read(caseSchema).openTasks).toEqual([]);
  });
});
