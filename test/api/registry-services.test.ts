import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
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
