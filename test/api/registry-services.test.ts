import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { bpmn, end, flows, process, service, start, user } from '../support/bpmn.ts';
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
