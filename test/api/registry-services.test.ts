import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { caseListSchema, caseSchema } from '../../apps/api/cases/case.schema.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { registryWrittenSchema, unitDetailSchema } from '../../apps/api/registry/registry.schema.ts';
import { actedSchema, taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import type { Task } from '../../apps/api/tasks/task.schema.ts';
import { bpmn, end, flows, process, script, service, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish } from './procedures.ts';
import { register } from './registry.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
  await register(api);
});
afterAll(() => api.stop());

let asked = 0;
/** What a procedure gets that asks the registry on some day. */
async function ask(activity: string, input: Readonly<Record<string, string>>, startsOn = '2026-03-01') {
  const key = `Ask${++asked}`;
  const mapping = Object.entries(input)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const asks = service('ask', { 'ld:activity': activity, 'ld:input': mapping, 'ld:resultVariable': 'found' });
  await publish(api, bpmn(process(key, start('s'), asks, user('read'), end('e'), flows('s>ask>read>e'))));
  const { id } = await openCase(api, 'cdi.head', key, { startsOn });
  return { id, found: (await api.get('cdi.head', `/cases/${id}`)).read(caseSchema).variables['found'] };
}

describe('a procedure', () => {
  it('learns who is in charge of what: one entry a leader, with only that leader’s own units', async () => {
    expect((await ask('registry.leaders', {})).found).toEqual({
      leaders: [
        expect.objectContaining({
          id: 'mayor',
          title: '副市长',
          units: [
            { id: 'unit1', name: '住房局', matter: '' },
            { id: 'unit2', name: '水务局', matter: '' },
          ],
        }),
      ],
    });
    expect((await ask('registry.leaders', { units: '["unit2"]' })).found).toMatchObject({
      leaders: [{ units: [{ id: 'unit2' }] }],
    });
  });

  it.each<[string, string, Record<string, string>, unknown]>([
    [
      'the heads of units',
      'registry.heads',
      { units: '["unit1","unit2","gov"]' },
      { heads: [{ id: 'head1' }, { id: 'head2' }] },
    ],
    [
      'the units of a leader',
      'registry.portfolio',
      { leader: '"mayor"' },
      { name: '方副市长', units: [{ id: 'unit1' }, { id: 'unit2' }] },
    ],
    [
      'a leader’s units on an earlier day',
      'registry.portfolio',
      { leader: '"mayor"', on: '"2022-03-31"' },
      { units: [] },
    ],
    [
      'whose account it is',
      'registry.cadre',
      { cadre: '"unit1.head"' },
      { id: 'head1', unit: 'unit1', unitName: '住房局', standing: 'head' },
    ],
    ['a unit', 'registry.unit', { unit: '"unit1"' }, { name: '住房局', superior: 'gov', until: null }],
    [
      'who holds a kind of post',
      'registry.cadres',
      { standings: '["leader"]' },
      { cadres: [{ id: 'mayor', title: '副市长' }] },
    ],
    [
      'who must step back',
      'registry.conflicts',
      { person: '"mayor"', subjects: '["head1","mayor"]' },
      {
        conflicts: [
          { subject: 'head1', reasons: ['in-charge'] },
          { subject: 'mayor', reasons: ['self'] },
        ],
      },
    ],
  ])('learns %s', async (_, activity, input, expected) => {
    expect((await ask(activity, input)).found).toMatchObject(expected as object);
  });

  it('is stopped by a name that nobody registered, with an incident that says so', async () => {
    const { id } = await ask('registry.unit', { unit: '"nowhere"' });
    const { incidents } = (await api.get('cdi.head', `/cases/${id}`)).read(caseSchema);
    expect(incidents).toMatchObject([
      { elementId: 'ask', message: expect.stringContaining('NOT_REGISTERED') as unknown },
    ]);
  });

  it('keeps what it was told, whatever becomes of the registry', async () => {
    const { id, found } = await ask('registry.heads', { unit: '"unit2"' });
    await api.send('cdi.head', 'PATCH', '/registry/cadres/head2', { name: '另有其人' });
    expect((await api.get('cdi.head', `/cases/${id}`)).read(caseSchema).variables['found']).toEqual(found);
    expect((await ask('registry.heads', { unit: '"unit2"' })).found).toMatchObject({ heads: [{ name: '另有其人' }] });
  });
});

describe('the colours of units', () => {
  it('are counted by quarters, what people found before what the score said, trials aside', async () => {
    const found = `[
      { id: "a", unit: "unit1", period: "2025-Q1", level: "黄", final: "红", status: "closed" },
      { id: "b", unit: "unit1", period: "2025-Q2", level: "红", status: "open" },
      { id: "c", unit: "unit2", period: "2025-Q2", level: "绿", final: "绿", status: "closed" },
      { id: "d", unit: "unit2", period: "2025-Q3", level: "红", status: "open" }]`;
    const written = script('w', found, 'entry', { 'ld:records': 'ecology:entry' });
    await publish(api, bpmn(process('Coloured', start('s'), written, user('read'), end('e'), flows('s>w>read>e'))));
    await openCase(api, 'cdi.head', 'Coloured');
    const asked = await ask('ledger.ecology', { from: '"2025-Q1"', to: '"2025-Q2"' });
    expect(asked.found).toEqual({
      total: 3,
      green: 1,
      yellow: 0,
      red: 2,
      reds: [{ unit: 'unit1', periods: '2025-Q1、2025-Q2', times: 2 }],
    });
  });
});

describe('a sample of heads who report', () => {
  /** As 述责述廉 asks: who leads a unit on a day, when each reported last, and whom the lot falls on. */
  const drawing = bpmn(
    process(
      'Drawing',
      start('s'),
      service('heads', {
        'ld:activity': 'registry.cadres',
        'ld:input': 'standings=["head"]; on=day',
        'ld:output': 'frame=for c in cadres return {id: c.id, name: c.name, unit: c.unit}',
      }),
      service('history', {
        'ld:activity': 'ledger.reported',
        'ld:input': 'reporters=frame.id',
        'ld:output': 'frame=for f in frame return context merge([f, {covered: count(reported[item.id = f.id]) > 0}])',
      }),
      service('draw', {
        'ld:activity': 'sample.draw',
        'ld:input': 'frame; share=20; drawsLeft=2; words=["明镜","云川"]',
        'ld:resultVariable': 'draw',
      }),
      user('read'),
      end('e'),
      flows('s>heads>history>draw>read>e'),
    ),
  );
  const drawn = async (day: string) => {
    const { id } = await openCase(api, 'cdi.head', 'Drawing', { variables: { day } });
    return (await api.get('cdi.head', `/cases/${id}`)).read(caseSchema).variables;
  };

  it('knows a head who has moved by the new unit, once, and does not ask for a second turn', async () => {
    await publish(api, drawing);
    const reported = `[{ cadre: "head1", name: "安局长", year: 2025, status: "closed" }]`;
    const written = script('w', reported, 'reports', { 'ld:records': 'report:reports' });
    await publish(api, bpmn(process('Reported', start('s'), written, user('read'), end('e'), flows('s>w>read>e'))));
    await openCase(api, 'cdi.head', 'Reported');
    const post = { unit: 'garden', title: '局长', rank: 'division-chief', standing: 'head', since: '2026-04-01' };
    const moved = await api.post('cdi.head', '/registry/cadres/head1/posts', { ...post, leavingOthers: true });
    expect(moved.status).toBe(200);

    const before = await drawn('2026-03-31');
    expect(before['frame']).toMatchObject([
      { id: 'head1', unit: 'unit1', covered: true },
      { id: 'head2', unit: 'unit2' },
    ]);
    const after = await drawn('2026-04-01');
    expect(after['frame']).toMatchObject([
      { id: 'head1', unit: 'garden', covered: true },
      { id: 'head2', unit: 'unit2' },
    ]);
    expect(after['draw']).toMatchObject({ size: 1, chosen: ['head2'] });
    expect((after['draw'] as { members: unknown }).members).toEqual((before['draw'] as { members: unknown }).members);
  });
});

describe('the dispatched group of a unit', () => {
  const shipped = (key: string) =>
    readFileSync(new URL(`../../definitions/processes/${key}.bpmn`, import.meta.url), 'utf8');
  const stepsOf = async (as: string, caseId: string): Promise<readonly Task[]> =>
    (await api.get(as, `/tasks?caseId=${caseId}&status=open`)).read(taskListSchema).items;
  /** What a case waits for, once the registry has answered. */
  async function waiting(as: string, caseId: string, element: string): Promise<readonly Task[]> {
    for (let tries = 0; tries < 150; tries += 1) {
      const found = (await stepsOf(as, caseId)).filter(({ elementId }) => elementId === element);
      if (found.length > 0) return found;
      await delay(200);
    }
    throw new Error(`nobody waits at ${element}`);
  }
  const watch = async (unit: string, group: string | null, since = '2026-02-01') =>
    api.post('cdi.head', `/registry/units/${unit}/terms`, { since, group, reason: '派驻调整' });
  const supervise = async (unit: string, more: object = {}) => {
    const variables = { unit, guide: '公务接待', ...more };
    const { id } = await openCase(api, 'supervisor', 'RiChangJianDu', { variables, startsOn: '2026-03-02' });
    const [step] = await waiting('supervisor', id, 'RJ_DO');
    return { id, agency: step?.agency, variables: step?.variables };
  };

  beforeAll(async () => {
    for (const group of ['disp1', 'disp2']) {
      await api.system.rows(`insert into agency (id, name, kind) values ($1, $2, 'discipline')`, [
        group,
        `派驻组${group}`,
      ]);
      await api.system.rows(
        `insert into person (id, name, agency_id, password_hash, created_at)
         select $1, $1, $2, password_hash, now() from person where id = 'cdi.head'`,
        [`${group}.lead`, group],
      );
      await api.system.rows(
        `insert into post (person_id, agency_id, role, since) values ($1, $2, 'cdi.disp', '2020-01-01')`,
        [`${group}.lead`, group],
      );
    }
    for (const key of ['RiChangJianDu', 'ZiChaDanWei', 'ZiChaBaoGao']) await publish(api, shipped(key));
    (await watch('unit1', 'disp1')).read(registryWrittenSchema);
    (await watch('unit2', 'disp2')).read(registryWrittenSchema);
  });

  it('stands in its entry with its history, and can only be one of the commission’s groups', async () => {
    const unit = (await api.get('cdi.head', '/registry/units/unit1')).read(unitDetailSchema);
    expect(unit).toMatchObject({
      group: { id: 'disp1', name: '派驻组disp1' },
      terms: [
        { since: '2026-02-01', name: '住房局', superior: { id: 'gov' }, group: { id: 'disp1' } },
        { since: '2010-01-01', name: '住房局', group: null },
      ],
    });
    for (const wrong of ['nowhere', 'cdi', 'audit']) {
      const answer = await watch('garden', wrong);
      expect([answer.status, answer.code]).toEqual([422, 'UNKNOWN_GROUP']);
      expect(problemSchema.parse(JSON.parse(answer.text)).defects).toMatchObject([{ path: 'group' }]);
    }
    expect(
      (await api.post('unit1.head', '/registry/units/unit1/terms', { since: '2026-02-01', group: null })).status,
    ).toBe(403);
  });

  it.each<[string, Record<string, string>, unknown]>([
    ['that of the day', { unit: '"unit1"' }, { group: 'disp1', source: 'registry' }],
    ['nobody before there was one', { unit: '"unit1"', on: '"2026-01-31"' }, { group: null, source: 'none' }],
    ['whom somebody chose', { unit: '"unit1"', named: '"disp2"' }, { group: 'disp2', source: 'named' }],
    ['nobody for a unit without one', { unit: '"garden"' }, { group: null, source: 'none' }],
    ['nobody for what is not registered', { unit: '"nowhere"' }, { group: null, source: 'none' }],
  ])('is asked for by procedures: %s', async (_, input, expected) => {
    expect((await ask('registry.group', input)).found).toEqual(expected);
  });

  it('is one of those that a city asks: each that watches over some unit that exists', async () => {
    const groups = async (on: string) => (await ask('registry.dispatched', { on: `"${on}"` })).found;
    expect(await groups('2026-01-31')).toEqual({ groups: [] });
    expect(await groups('2026-02-01')).toEqual({
      groups: [
        { id: 'disp1', name: '派驻组disp1' },
        { id: 'disp2', name: '派驻组disp2' },
      ],
    });
  });

  it('gets the cases of its own units, and sees no other', async () => {
    const [first, second] = [await supervise('unit1'), await supervise('unit2')];
    expect([first.agency, second.agency]).toEqual(['disp1', 'disp2']);
    expect(first.variables).toMatchObject({ disp: 'disp1', dispBy: '按单位名册' });
    for (const [group, own, other] of [
      ['disp1.lead', first, second],
      ['disp2.lead', second, first],
    ] as const) {
      expect((await api.get(group, `/cases/${other.id}`)).status).toBe(404);
      expect(await stepsOf(group, other.id)).toEqual([]);
      expect((await stepsOf(group, own.id)).map(({ elementId }) => elementId)).toEqual(['RJ_DO']);
      const { items } = (await api.get(group, '/cases?definitionKey=RiChangJianDu')).read(caseListSchema);
      expect(items.map(({ id }) => id)).toEqual([own.id]);
    }
  });

  it('is another where the case names it, and the default, told as such, where the registry names none', async () => {
    expect(await supervise('unit1', { disp: 'disp2' })).toMatchObject({
      agency: 'disp2',
      variables: { dispBy: '立案时指定' },
    });
    expect(await supervise('garden')).toMatchObject({
      agency: 'disp1',
      variables: { dispBy: '名册没有登记，按默认' },
    });
  });

  it('reviews in a report of many units those of its own units only', async () => {
    const variables = { year: 2026, quarter: 1, units: ['unit1', 'unit2'] };
    const { id } = await openCase(api, 'cdi.style', 'ZiChaBaoGao', { variables });
    const report = { variables: { matters: [{ matter: '大额资金', facts: '三笔均经集体研究' }], truthful: true } };
    for (const unit of ['unit1', 'unit2']) {
      const [step] = await waiting(`${unit}.head`, id, 'ZC_REPORT');
      (await api.post(`${unit}.head`, `/tasks/${step?.id}/complete`, report)).read(actedSchema);
    }
    for (const [group, unit] of [
      ['disp1', 'unit1'],
      ['disp2', 'unit2'],
    ] as const) {
      const steps = await waiting(`${group}.lead`, id, 'ZC_REVIEW');
      expect(steps.map(({ agency, variables: seen }) => [agency, seen['unit']])).toEqual([[group, unit]]);
      expect(steps[0]?.variables['matters']).toEqual(report.variables.matters);
    }
  });
});
