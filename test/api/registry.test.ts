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

    expect(await owed('unit2.head')).toBe(1);
    expect((await api.post('unit2.head', `/tasks/${task}/complete`)).status).toBe(200);
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
