import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { viewListSchema, viewSchema } from '../../apps/api/views/view.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
});
afterAll(() => api.stop());

describe('saved views', () => {
  const content = { page: 'work', name: '今天要办', search: { scope: 'group', urgency: 'today' } };
  const names = async (as: string) =>
    (await api.get(as, '/views?page=work')).read(viewListSchema).items.map(({ name, own }) => [name, own]);

  it('are one’s own until they are shared with one’s agency, and changed by their owner only', async () => {
    const { id } = (await api.post('cdi.intake', '/views', content)).read(viewSchema);
    expect(await names('cdi.intake')).toEqual([['今天要办', true]]);
    expect(await names('cdi.intake2')).toEqual([]);
    const shared = { ...content, sharedWith: 'cdi' };
    expect((await api.send('cdi.intake', 'PUT', `/views/${id}`, shared)).status).toBe(200);
    expect(await names('cdi.intake2')).toEqual([['今天要办', false]]);
    expect(await names('fin.staff')).toEqual([]);
    for (const method of ['PUT', 'DELETE'])
      expect(
        (await api.send('cdi.intake2', method, `/views/${id}`, method === 'PUT' ? content : undefined)).status,
      ).toBe(404);
    expect((await api.send('cdi.intake', 'DELETE', `/views/${id}`)).status).toBe(200);
    expect(await names('cdi.intake2')).toEqual([]);
  });

  it.each([
    ['an agency where one has no post', { ...content, sharedWith: 'audit' }, 403],
    ['a page that has none', { ...content, page: 'board' }, 422],
    ['no name', { ...content, name: ' ' }, 422],
    ['a search that is no address', { ...content, search: { 'a;b': 'x' } }, 422],
  ])('are refused for %s', async (_, body, status) => {
    expect((await api.post('cdi.intake', '/views', body)).status).toBe(status);
  });
});

it('how the pages look goes with the person', async () => {
  expect(JSON.parse((await api.get('fin.staff', '/me/preferences')).text)).toEqual({});
  const wanted = { density: 'compact', quiet: { from: '22:00', to: '07:00' } };
  expect((await api.send('fin.staff', 'PATCH', '/me/preferences', wanted)).status).toBe(200);
  expect(JSON.parse((await api.get('fin.staff', '/me/preferences')).text)).toEqual(wanted);
  expect(JSON.parse((await api.get('cdi.intake', '/me/preferences')).text)).toEqual({});
  expect((await api.send('fin.staff', 'PATCH', '/me/preferences', { keys: 'off' })).status).toBe(200);
  expect(JSON.parse((await api.get('fin.staff', '/me/preferences')).text)).toEqual({ ...wanted, keys: 'off' });
  expect((await api.send('fin.staff', 'PATCH', '/me/preferences', { density: 'tiny' })).status).toBe(422);
});

describe('the calendar of one’s deadlines', () => {
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

  it('is read by its secret address, tells no content above its channel, and ends when it is taken back', async () => {
    const opened = await openCase(api, 'insp.office', 'Steps', { title: '不可外传的事项' });
    await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/claim`);
    const made = await api.post('cdi.intake', '/me/calendar');
    expect(made.status).toBe(201);
    const { path } = JSON.parse(made.text) as { path: string };
    const address = path.replace(/^api/, '');
    const feed = await api.get(null, address);
    expect(feed.headers.get('content-type')).toContain('text/calendar');
    const [event, ...others] = eventsIn(feed.text);
    expect(others).toEqual([]);
    expect(event?.summary).toContain(opened.number);
    expect(feed.text).not.toContain('不可外传');
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe(opened.openTasks[0]?.dueOn);
    expect(JSON.parse((await api.get('cdi.intake', '/me/calendar')).text)).toMatchObject({
      lastReadAt: expect.any(String) as unknown,
    });

    const { path: anew } = JSON.parse((await api.post('cdi.intake', '/me/calendar')).text) as { path: string };
    expect((await api.get(null, address)).status).toBe(404);
    expect((await api.get(null, anew.replace(/^api/, ''))).status).toBe(200);
    await api.send('cdi.intake', 'DELETE', '/me/calendar');
    expect((await api.get(null, anew.replace(/^api/, ''))).status).toBe(404);
  });

  it.each(['x.ics', `${'a'.repeat(32)}.ics`, 'a.txt', '..%2f..%2fetc'])('is not found at %s', async (file) => {
    expect((await api.get(null, `/calendar/${file}`)).status).toBe(404);
  });
});

describe('a step that several have open', () => {
  const tell = async (as: string, step: string, here = true) =>
    JSON.parse((await api.post(as, `/tasks/${step}/presence`, { here })).text) as {
      others: { user: string }[];
      status: string;
      assignee: string | null;
    };

  it('tells each who else is there and how it stands, until they leave', async () => {
    const step = stepAt(await openCase(api, 'insp.office', 'Steps'), 'intake');
    expect(await tell('cdi.intake', step)).toMatchObject({ others: [], status: 'open', assignee: null });
    expect((await tell('cdi.intake2', step)).others).toMatchObject([{ user: 'cdi.intake' }]);
    await api.post('cdi.intake2', `/tasks/${step}/claim`);
    expect(await tell('cdi.intake', step)).toMatchObject({
      others: [{ user: 'cdi.intake2' }],
      assignee: 'cdi.intake2',
    });
    await tell('cdi.intake2', step, false);
    expect((await tell('cdi.intake', step)).others).toEqual([]);
    expect((await api.post('fin.staff', `/tasks/${step}/presence`)).status).toBe(404);
  });
});

it('what somebody said at a step is in the story, for whoever decides after it', async () => {
  const opened = await openCase(api, 'insp.office', 'Steps');
  const variables = { opinion: '建议受理', urgent: true, list: [{ a: 1 }] };
  await api.post('cdi.intake', `/tasks/${stepAt(opened, 'intake')}/complete`, { outcome: 'accept', variables });
  const { items } = (await api.get('insp.office', `/cases/${opened.id}/timeline`)).read(timelineSchema);
  expect(items.find(({ kind }) => kind === 'task-completed')?.data).toEqual({
    outcome: 'accept',
    answers: { opinion: '建议受理', urgent: true },
  });
});
