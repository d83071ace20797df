import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { calendarListSchema, loadedSchema } from '../../apps/api/calendars/calendar.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

/** Ten working days from the start day. */
const counted = bpmn(
  process(
    'Counted',
    start('s'),
    user('a', {
      'ld:due': 'P10D',
      'ld:counting': 'working',
      'ld:from': 'case-start',
      'ld:role': 'cdi.intake',
      'ld:agency': 'cdi',
    }),
    end('e'),
    flows('s>a>e'),
  ),
);
/** A year that nobody has published: weekends only, until its notice comes. */
const year = 2031;
const notice = { years: { [year]: { source: '某通知', off: [`${year}-03-05`, `${year}-03-06`], work: [] } } };

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, counted);
});
afterAll(() => api.stop());

describe('a calendar notice', () => {
  it('tells in a dry run which alarms move, then moves them in every open case and journals it', async () => {
    const opened = await openCase(api, 'insp.office', 'Counted', { startsOn: `${year}-03-03` });
    const step = stepAt(opened, 'a');
    const read = async () => (await api.get('supervisor', `/tasks/${step}`)).read(taskSchema);
    expect(await read()).toMatchObject({ dueOn: `${year}-03-17`, provisional: true });

    const before = await api.counts();
    const dry = (await api.post('supervisor', '/calendars?dryRun=true', notice)).read(loadedSchema);
    expect(dry.moved.filter(({ kind }) => kind === 'due')).toEqual([
      expect.objectContaining({
        caseId: opened.id,
        from: `${year}-03-18T00:00:00+08:00`,
        to: `${year}-03-20T00:00:00+08:00`,
      }),
    ]);
    expect(await api.counts()).toEqual(before);
    expect((await api.post('sysadmin', '/calendars?dryRun=true', notice)).read(loadedSchema)).toMatchObject({
      cases: 1,
      moved: [],
    });

    const loaded = await api.post('supervisor', '/calendars', notice);
    expect([loaded.status, loaded.read(loadedSchema).version]).toEqual([201, 2]);
    await vi.waitFor(
      async () => expect(await read()).toMatchObject({ dueOn: `${year}-03-19`, provisional: false }),
      10_000,
    );
    const { items } = (await api.get('supervisor', `/cases/${opened.id}/timeline`)).read(timelineSchema);
    expect(items.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['rulebook-changed', 'deadline-moved']));
  });

  it('keeps the years that it does not name', async () => {
    const { items } = (await api.get('fin.staff', '/calendars')).read(calendarListSchema);
    expect(Object.keys(items[0]?.years ?? {})).toEqual(expect.arrayContaining(['2026', String(year)]));
  });

  it.each([
    ['a day that does not exist', { off: ['2032-02-30'], work: [] }],
    ['a day of another year', { off: ['2033-05-01'], work: [] }],
    ['a day that is off and worked', { off: ['2032-05-01'], work: ['2032-05-01'] }],
  ])('with %s is refused whole', async (_, days) => {
    const before = await api.counts();
    const answer = await api.post('supervisor', '/calendars', { years: { 2032: { source: 'x', ...days } } });
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_INPUT']);
    expect(await api.counts()).toEqual(before);
  });

  it('is not everybody’s to load', async () => {
    expect((await api.post('fin.staff', '/calendars', notice)).status).toBe(403);
  });
});
