import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  cadreDetailSchema,
  cadreListSchema,
  changeListSchema,
  portfolioListSchema,
  registryWrittenSchema,
  unitDetailSchema,
  unitListSchema,
} from '../../apps/api/registry/registry.schema.ts';
import { agencySchema } from '../../apps/api/administration/agencies/agency.schema.ts';
import { personSchema } from '../../apps/api/administration/people/person.schema.ts';
import { adminRequestSchema } from '../../apps/api/administration/requests/request.schema.ts';
import { stalledListSchema } from '../../apps/api/dashboard/dashboard.schema.ts';
import { noticeListSchema } from '../../apps/api/notices/notice.controller.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { openCase, publish, stepAt } from './procedures.ts';
import { register } from './registry.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await register(api);
});
afterAll(() => api.stop());

const unit = async (as: string, id: string, query = '') =>
  (await api.get(as, `/registry/units/${id}${query}`)).read(unitDetailSchema);
const cadre = async (as: string, id: string) => (await api.get(as, `/registry/cadres/${id}`)).read(cadreDetailSchema);
const act = async (path: string, body: object, query = '') =>
  (await api.post('cdi.head', `/registry/${path}${query}`, body)).read(registryWrittenSchema);

const noticesOf = async (as: string) => (await api.get(as, '/notices?limit=100')).read(noticeListSchema).items;

describe('the registry', () => {
  it('tells of a unit who leads it, who is in charge of it and what is below it', async () => {
    expect(await unit('audit.staff', 'unit1')).toMatchObject({
      name: '住房局',
      superior: { id: 'gov', name: '市政府' },
      heads: [{ id: 'head1', name: '安局长', title: '局长' }],
      leaders: [{ id: 'mayor', title: '副市长' }],
      cadres: 1,
      mayKeep: false,
    });
    expect((await unit('audit.staff', 'gov')).below.map(({ id }) => id).toSorted()).toEqual([
      'garden',
      'unit1',
      'unit2',
    ]);
  });

  it('finds by any name a unit ever had, and persons by unit, rank and what they lead', async () => {
    await act('units/garden/terms', { since: '2026-02-01', name: '绿化局', basis: '机构改革' });
    const found = async (query: string) =>
      (await api.get('insp.office', `/registry/units?q=${encodeURIComponent(query)}`)).read(unitListSchema).items;
    expect((await found('园林')).map(({ name }) => name)).toEqual(['绿化局']);
    expect(await found('100%')).toEqual([]);
    const persons = async (query: string) =>
      (await api.get('insp.office', `/registry/cadres?${query}`)).read(cadreListSchema).items.map(({ id }) => id);
    expect(await persons('standing=head')).toEqual(['head1', 'head2']);
    expect(await persons('unit=unit2')).toEqual(['head2']);
    expect(await persons(`q=${encodeURIComponent('副市长')}`)).toEqual(['mayor']);
    expect(await persons('on=2020-01-01&unit=unit2')).toEqual([]);
  });

  it('keeps who changed what, when and why', async () => {
    const answer = await api.send('cdi.head', 'PATCH', '/registry/cadres/head2', {
      name: '程水生',
      reason: '姓名录入有误',
    });
    expect(answer.status).toBe(200);
    const { items } = (await api.get('insp.office', '/registry/cadres/head2/changes')).read(changeListSchema);
    expect(items.map(({ act: name, by, reason }) => [name, by, reason])).toEqual([
      ['cadre-corrected', 'cdi.head', '姓名录入有误'],
      ['cadre-registered', 'cdi.head', ''],
    ]);
    expect(items[0]).toMatchObject({ before: { name: '程局长' }, after: { name: '程水生' } });
  });

  it('tells beforehand what a change would touch, and changes nothing', async () => {
    const preview = await act('units/garden/end', { on: '2026-12-31', as: 'dissolved' }, '?preview=true');
    expect(preview).toMatchObject({ preview: true, open: { cases: 0, tasks: 0, items: 0 } });
    expect(preview.changes).toMatchObject([{ object: 'unit', id: 'garden', after: { until: '2026-12-31' } }]);
    expect((await unit('cdi.head', 'garden')).until).toBeNull();
  });

  it('refuses what cannot be with the field, and keeps nothing of it', async () => {
    const answer = await api.post('cdi.head', '/registry/units', {
      id: 'orphan',
      name: '无主局',
      category: 'government',
      superior: 'nowhere',
      since: '2026-01-01',
    });
    expect([answer.status, answer.code]).toEqual([422, 'UNKNOWN_UNIT']);
    expect(JSON.parse(answer.text)).toMatchObject({ defects: [{ path: 'superior' }] });
    const taken = await api.post('cdi.head', '/registry/cadres', {
      id: 'x',
      name: '某',
      managedBy: 'city',
      account: 'nobody',
      since: '2026-01-01',
    });
    expect([taken.status, taken.code]).toEqual([422, 'UNKNOWN_ACCOUNT']);
    expect((await api.get('cdi.head', '/registry/cadres/x')).status).toBe(404);
  });
});

describe('a unit dissolved in mid-year', () => {
  it('ends with its posts, and what was open in its hands goes on in its successor’s', async () => {
    const step = { 'ld:role': 'unit.head', 'ld:agency': 'unit1', 'ld:due': 'P10D' };
    await publish(
      api,
      bpmn(process('Owed', start('s'), user('answer', { name: '答复', ...step }), end('e'), flows('s>answer>e'))),
    );
    const opened = await openCase(api, 'insp.office', 'Owed');
    const task = stepAt(opened, 'answer');
    const owed = async (as: string) =>
      (await api.get(as, '/tasks?scope=group')).read(taskListSchema).items.filter(({ id }) => id === task).length;
    expect([await owed('unit1.head'), await owed('unit2.head')]).toEqual([1, 0]);

    const written = await act('units/unit1/end', {
      on: '2026-06-30',
      as: 'merged',
      successor: 'unit2',
      reason: '机构改革',
    });
    expect(written.open).toMatchObject({ tasks: 1 });
    expect(written.changes.map(({ id }) => id).toSorted()).toEqual(['head1', 'mayor', 'unit1']);
    expect(await unit('cdi.head', 'unit1')).toMatchObject({
      until: '2026-06-30',
      endedAs: 'merged',
      successor: { id: 'unit2' },
    });
    expect((await cadre('cdi.head', 'head1')).posts).toMatchObject([{ title: '局长', until: '2026-06-30' }]);
    const charges = (await api.get('cdi.head', '/registry/portfolios?leader=mayor')).read(portfolioListSchema);
    expect(charges.items.map(({ unit: of }) => of.id)).toEqual(['unit2']);
    expect((await unit('cdi.head', 'unit2')).predecessors).toMatchObject([{ id: 'unit1', until: '2026-06-30' }]);

    expect([await owed('unit1.head'), await owed('unit2.head')]).toEqual([0, 1]);
    expect((await api.post('unit1.head', `/tasks/${task}/complete`)).status).toBe(404);
    expect((await api.post('unit2.head', `/tasks/${task}/complete`)).status).toBe(200);
  });
});

describe('a unit dissolved without a successor', () => {
  it('leaves its open steps to nobody: told before, told at once to whoever opened them, and found until somebody has them', async () => {
    await act('units', { id: 'lone', name: '独立局', category: 'government', since: '2012-01-01' });
    await act('units', { id: 'heir', name: '承接局', category: 'government', since: '2012-01-01' });
    const step = { 'ld:role': 'unit.staff', 'ld:agency': 'lone', 'ld:due': 'P90D' };
    await publish(
      api,
      bpmn(process('Left', start('s'), user('answer', { name: '答复', ...step }), end('e'), flows('s>answer>e'))),
    );
    const opened = await openCase(api, 'insp.office', 'Left');
    const task = stepAt(opened, 'answer');
    const ending = { on: '2026-06-30', as: 'dissolved', reason: '机构改革' };
    expect((await act('units/lone/end', ending, '?preview=true')).open).toMatchObject({ tasks: 1, unowned: 1 });
    const empty = { ...ending, as: 'merged', successor: 'heir' };
    expect((await act('units/lone/end', empty, '?preview=true')).open).toMatchObject({ tasks: 1, unowned: 1 });
    const housed = { ...ending, as: 'merged', successor: 'unit2' };
    expect((await act('units/lone/end', housed, '?preview=true')).open).toMatchObject({ unowned: 1 });

    const before = await noticesOf('insp.office');
    expect((await act('units/lone/end', ending)).open).toMatchObject({ unowned: 1 });
    for (const person of ['insp.office', 'cdi.head'])
      expect((await noticesOf(person)).find(({ taskId }) => taskId === task)?.text).toBe(
        '独立局止于 2026-06-30，没有承接单位，“答复”将无人可办，请转办',
      );
    expect((await noticesOf('insp.office')).length).toBe(before.length + 1);

    const vacant = async () =>
      (await api.get('cdi.head', '/dashboard/stalled?reason=vacant')).read(stalledListSchema).items;
    expect(await vacant()).toMatchObject([{ taskId: task, reason: 'vacant' }]);
    expect((await api.post('cdi.head', `/tasks/${task}/transfer`, { to: 'unit2.head' })).status).toBe(200);
    expect(await vacant()).toEqual([]);
    expect((await api.post('unit2.head', `/tasks/${task}/complete`)).status).toBe(200);
  });

  it('is told of as well when a sheet says that it has ended', async () => {
    await act('units', { id: 'listed', name: '表上局', category: 'government', since: '2012-01-01' });
    const step = { 'ld:role': 'unit.head', 'ld:agency': 'listed', 'ld:due': 'P90D' };
    await publish(
      api,
      bpmn(process('Listed', start('s'), user('answer', { name: '答复', ...step }), end('e'), flows('s>answer>e'))),
    );
    const task = stepAt(await openCase(api, 'insp.office', 'Listed'), 'answer');
    const form = new FormData();
    const sheet = '编号,名称,类别,成立日期,终止日期\nlisted,表上局,政府部门,2012-01-01,2026-06-30\n';
    form.append('file', new Blob([sheet]), '单位.csv');
    expect((await api.post('cdi.head', '/registry/imports/units', form)).status).toBe(200);
    expect((await noticesOf('insp.office')).map(({ taskId }) => taskId)).toContain(task);
  });
});

describe('an agency whose unit is gone', () => {
  it('is dissolved without asking where a successor has its steps, and not where nobody has', async () => {
    const opened = await openCase(api, 'insp.office', 'Owed');
    const dissolved = await api.post('sysadmin', '/admin/agencies/unit1/dissolve', { on: '2026-07-01' });
    expect([dissolved.status, dissolved.read(agencySchema).dissolvedOn]).toEqual([200, '2026-07-01']);
    expect((await api.post('unit2.head', `/tasks/${stepAt(opened, 'answer')}/complete`)).status).toBe(200);
    await openCase(api, 'insp.office', 'Left');
    expect((await api.post('sysadmin', '/admin/agencies/lone/dissolve', { on: '2026-07-01' })).code).toBe(
      'AGENCY_IN_USE',
    );
  });
});

describe('a person who changes posts', () => {
  it('leaves the old one the day before, and is in charge of nothing until it is given anew', async () => {
    const post = { unit: 'unit2', title: '党组书记', rank: 'division-chief', standing: 'head', since: '2026-07-01' };
    await act('cadres/mayor/posts', { ...post, leavingOthers: true, basis: '市委任〔2026〕3号' });
    expect((await cadre('insp.office', 'mayor')).posts.map(({ title, since, until }) => [title, since, until])).toEqual(
      [
        ['党组书记', '2026-07-01', null],
        ['副市长', '2022-03-01', '2026-06-30'],
      ],
    );
    const on = async (day: string) =>
      (await api.get('insp.office', `/registry/portfolios?on=${day}`)).read(portfolioListSchema).items.length;
    expect([await on('2026-06-30'), await on('2026-07-01')]).toEqual([2, 0]);
    expect((await unit('insp.office', 'unit2', '?on=2026-07-01')).heads.map(({ id }) => id)).toEqual([
      'head2',
      'mayor',
    ]);
  });
});

describe('access to the registry', () => {
  it('is everybody’s who supervises, and a unit’s to itself alone', async () => {
    expect((await api.get('unit2.head', '/registry/units/unit2')).status).toBe(200);
    expect((await api.get('unit2.head', '/registry/units/gov')).status).toBe(404);
    expect((await api.get('unit2.head', '/registry/cadres/head2')).read(cadreDetailSchema).account).toBeNull();
    const own = (await api.get('unit2.head', '/registry/units?state=all'))
      .read(unitListSchema)
      .items.map(({ id }) => id);
    expect(own.toSorted()).toEqual(['unit1', 'unit2']);
  });

  it.each(['insp.office', 'audit.staff', 'unit2.head', 'designer'])('keeping it is refused to %s', async (user) => {
    const answer = await api.post(user, '/registry/units', {
      name: '新局',
      category: 'government',
      since: '2026-01-01',
    });
    expect([answer.status, answer.code]).toEqual([403, 'FORBIDDEN']);
  });

  it.each(['sysadmin', 'secadmin', 'auditadmin'])('%s, who administers, sees nothing of it', async (user) => {
    for (const path of ['units', 'cadres', 'portfolios', 'words'])
      expect((await api.get(user, `/registry/${path}`)).status).toBe(403);
    expect((await api.get(user, '/registry/units/gov')).status).toBe(404);
    expect((await api.post(user, '/registry/units', {})).status).toBe(403);
  });

  it('the designer, who does no business, finds it empty', async () => {
    expect((await api.get('designer', '/registry/cadres')).read(cadreListSchema).items).toEqual([]);
  });
});

describe('an account whose post changes', () => {
  const yesterday = addDays(civilDateOf(Date.now()), -1);
  const offered = async (as: string, task: string) =>
    (await api.get(as, '/tasks')).read(taskListSchema).items.some(({ id }) => id === task);

  it('hands over what it has in hand; what is offered to the post stays with the post', async () => {
    const step = { 'ld:role': 'unit.head', 'ld:agency': 'unit2', 'ld:due': 'P10D' };
    await publish(
      api,
      bpmn(process('Posted', start('s'), user('answer', { name: '答复', ...step }), end('e'), flows('s>answer>e'))),
    );
    const [taken, open] = [
      stepAt(await openCase(api, 'insp.office', 'Posted'), 'answer'),
      stepAt(await openCase(api, 'insp.office', 'Posted'), 'answer'),
    ];
    await api.post('unit2.head', `/tasks/${taken}/claim`);
    const [post] = (await api.get('sysadmin', '/admin/people/unit2.head')).read(personSchema).posts;
    const leave = () => api.post('sysadmin', `/admin/posts/${post?.id}/end`, { until: yesterday, reason: '交流任职' });
    expect((await leave()).code).toBe('TASKS_OPEN');
    await api.post('unit2.head', `/tasks/${taken}/unclaim`);
    expect((await leave()).status).toBe(200);
    expect([await offered('unit2.head', taken), await offered('unit2.head', open)]).toEqual([false, false]);

    const asked = await api.post('sysadmin', '/admin/people/unit1.head/posts', { agency: 'unit2', role: 'unit.head' });
    await api.post('secadmin', `/admin/requests/${asked.read(adminRequestSchema).id}/confirm`);
    for (const task of [taken, open]) {
      expect(await offered('unit1.head', task)).toBe(true);
      expect((await api.post('unit1.head', `/tasks/${task}/complete`)).status).toBe(200);
    }
  });
});
