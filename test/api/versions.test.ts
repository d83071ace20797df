import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { comparisonSchema } from '../../apps/api/definitions/comparison.schema.ts';
import { definitionListSchema, definitionSchema } from '../../apps/api/definitions/definition.schema.ts';
import {
  changedVersionSchema,
  definitionTrailSchema,
  versionListSchema,
} from '../../apps/api/definitions/version.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, call, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { begunByMessage, openCase, ownStep, publish, stepAt } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const inDays = (days: number): string => addDays(civilDateOf(Date.now()), days);
const versionsOf = async (key: string, as = 'designer') =>
  (await api.get(as, `/definitions/${key}/versions`)).read(versionListSchema);
const statesOf = async (key: string) => (await versionsOf(key)).items.map(({ version, state }) => [version, state]);
const act = async (key: string, version: number, name: string, body = {}, query = '') =>
  (await api.post('designer', `/definitions/${key}/versions/${version}/${name}${query}`, body)).read(
    changedVersionSchema,
  );
/** Other bytes of the same procedure. */
const again = (xml: string, times: number): string => `${xml}${' '.repeat(times)}`;

describe('a version', () => {
  it('rules for new cases from its day on; the one before is superseded, open cases stay on theirs', async () => {
    const xml = ownStep('FromADay');
    await publish(api, xml);
    const old = await openCase(api, 'insp.office', 'FromADay');
    await publish(api, again(xml, 1));
    const ahead = await publish(api, again(xml, 2), `?validFrom=${inDays(3)}`);
    expect(ahead).toMatchObject({ version: 3, validFrom: inDays(3), state: 'future' });
    expect(await statesOf('FromADay')).toEqual([
      [3, 'future'],
      [2, 'in-force'],
      [1, 'superseded'],
    ]);
    expect(await versionsOf('FromADay')).toMatchObject({ inForce: 2, next: { version: 3, validFrom: inDays(3) } });
    expect((await openCase(api, 'insp.office', 'FromADay')).version).toBe(2);
    expect((await openCase(api, 'insp.office', 'FromADay', { version: 1 })).version).toBe(1);
    expect(
      (await api.get('insp.office', `/cases/${old.id}`)).read(changedCaseSchema.omit({ settled: true })).version,
    ).toBe(1);
    const listed = (await versionsOf('FromADay')).items.map(({ version, cases }) => [version, cases?.open]);
    expect(listed).toEqual([
      [3, 0],
      [2, 1],
      [1, 2],
    ]);
  });

  it('of the future opens no case, but a trial that names it', async () => {
    await publish(api, ownStep('Ahead'), `?validFrom=${inDays(1)}`);
    const real = await api.post('insp.office', '/cases', { definitionKey: 'Ahead', title: '早了一天' });
    expect([real.status, real.code]).toEqual([409, 'NONE_IN_FORCE']);
    const named = await api.post('insp.office', '/cases', { definitionKey: 'Ahead', title: '早了一天', version: 1 });
    expect([named.status, named.code]).toEqual([409, 'VERSION_NOT_IN_FORCE']);
    const trial = await api.post('designer', '/trials', { definitionKey: 'Ahead', version: 1 });
    expect(trial.status).toBe(201);
    expect((await api.post('insp.office', '/cases', { definitionKey: 'NoSuch', title: 'x' })).code).toBe(
      'UNKNOWN_DEFINITION',
    );
  });

  it('withdrawn is taken by no new case, the one before rules again, and open cases go on', async () => {
    const xml = ownStep('Withdrawn');
    await publish(api, xml);
    await publish(api, again(xml, 1));
    const open = await openCase(api, 'insp.office', 'Withdrawn');
    const seen = await act('Withdrawn', 2, 'withdraw', {}, '?preview=true');
    expect(seen).toMatchObject({ preview: true, inForce: 1 });
    expect(await statesOf('Withdrawn')).toEqual([
      [2, 'in-force'],
      [1, 'superseded'],
    ]);
    expect(await act('Withdrawn', 2, 'withdraw', { reason: '表单有误' })).toMatchObject({ preview: false, inForce: 1 });
    expect((await openCase(api, 'insp.office', 'Withdrawn')).version).toBe(1);
    const named = await api.post('insp.office', '/cases', { definitionKey: 'Withdrawn', title: 'x', version: 2 });
    expect([named.status, named.code]).toEqual([409, 'VERSION_WITHDRAWN']);
    expect((await api.post('insp.office', `/tasks/${stepAt(open, 'own')}/complete`, {})).status).toBe(200);
    const twice = await api.post('designer', '/definitions/Withdrawn/versions/2/withdraw', {});
    expect([twice.status, twice.code]).toEqual([409, 'ALREADY_WITHDRAWN']);

    await act('Withdrawn', 1, 'withdraw');
    expect((await api.post('insp.office', '/cases', { definitionKey: 'Withdrawn', title: 'x' })).code).toBe(
      'NONE_IN_FORCE',
    );
    const { items } = (await api.get('designer', '/definitions')).read(definitionListSchema);
    expect(items.find(({ key }) => key === 'Withdrawn')).toMatchObject({ state: 'withdrawn', version: 2 });

    expect(await act('Withdrawn', 2, 'reinstate')).toMatchObject({ inForce: 2 });
    expect((await openCase(api, 'insp.office', 'Withdrawn')).version).toBe(2);
    const trail = (await api.get('auditadmin', '/definitions/Withdrawn/trail')).read(definitionTrailSchema);
    expect(trail.items.map(({ version, action, by, reason }) => [version, action, by, reason])).toEqual([
      [2, 'reinstated', 'designer', null],
      [1, 'withdrawn', 'designer', null],
      [2, 'withdrawn', 'designer', '表单有误'],
      [2, 'published', 'designer', null],
      [1, 'published', 'designer', null],
    ]);
  });

  it('may be put on another day as long as it has not come into force', async () => {
    const xml = ownStep('Moved');
    await publish(api, xml, `?validFrom=${inDays(5)}`);
    const path = '/definitions/Moved/versions/1';
    const past = await api.send('designer', 'PATCH', path, { validFrom: inDays(-1) });
    expect([past.status, past.code]).toEqual([422, 'VALID_FROM_PAST']);
    const moved = (await api.send('designer', 'PATCH', path, { validFrom: inDays(0) })).read(changedVersionSchema);
    expect(moved.inForce).toBe(1);
    const late = await api.send('designer', 'PATCH', path, { validFrom: inDays(9) });
    expect([late.status, late.code]).toEqual([409, 'ALREADY_IN_FORCE']);
    expect((await api.send('designer', 'PATCH', path, { validFrom: '2031-02-30' })).status).toBe(422);
  });

  it('published to rule earlier than one that is waiting says so', async () => {
    const xml = ownStep('Waiting');
    await publish(api, xml, `?validFrom=${inDays(2)}`);
    const now = await publish(api, again(xml, 1));
    expect(now.warnings.map(({ code }) => code)).toContain('LATER_VERSION');
    expect(await versionsOf('Waiting')).toMatchObject({ inForce: 2, next: { version: 1 } });
  });

  it('cannot be published for a day that is over, and the same bytes keep their day', async () => {
    const xml = ownStep('Past');
    const refused = await api.post('designer', `/definitions?validFrom=${inDays(-1)}`, xml, {
      'content-type': 'application/xml',
    });
    expect([refused.status, refused.code]).toEqual([422, 'VALID_FROM_PAST']);
    await publish(api, xml, `?validFrom=${inDays(4)}`);
    expect(await publish(api, xml)).toMatchObject({ version: 1, validFrom: inDays(4), state: 'future' });
  });

  it('never changes, whoever asks the database', async () => {
    await publish(api, ownStep('Fixed'));
    const change = api.system.rows(`update definition set model = '{}' where key = 'Fixed'`);
    await expect(change).rejects.toThrow(/never changes/);
    await expect(api.system.rows(`delete from definition where key = 'Fixed'`)).rejects.toThrow(/never changes/);
  });

  it('is not everybody’s to stop, nor are its cases everybody’s to count', async () => {
    await publish(api, ownStep('Guarded'));
    for (const user of ['fin.staff', 'sysadmin', 'unit1.head'])
      expect((await api.post(user, '/definitions/Guarded/versions/1/withdraw', {})).status).toBe(403);
    expect((await versionsOf('Guarded', 'unit1.head')).items[0]?.cases).toBeNull();
    expect((await api.post('designer', '/definitions/Guarded/versions/7/withdraw', {})).status).toBe(404);
    expect((await api.get('designer', '/definitions/NoSuch/versions')).status).toBe(404);
  });
});

describe('the difference of two versions', () => {
  const steps = (period: string, ...more: readonly string[]) =>
    bpmn(
      process(
        'Compared',
        start('s'),
        user('a', { name: '受理', 'ld:due': period, 'ld:role': 'cdi.intake' }),
        ...more.map((id) => user(id, { 'ld:role': 'cdi.intake' })),
        end('e'),
        flows(['s', 'a', ...more, 'e'].join('>')),
      ),
    );
  const xmlType = { 'content-type': 'application/xml' };

  it('says what was added, removed and changed, also of a document that is not published', async () => {
    await publish(api, steps('P10D'));
    await publish(api, steps('P15D', 'b'));
    const path = '/definitions/Compared/versions/1/compare';
    const compared = (await api.get('fin.staff', `${path}?with=2`)).read(comparisonSchema);
    expect(compared).toMatchObject({ version: 1, with: 2, same: false });
    expect(compared.elements.added.map(({ elementId }) => elementId)).toEqual(['b']);
    expect(compared.elements.changed).toMatchObject([
      { elementId: 'a', changes: [{ path: 'task.due.amount', from: 10, to: 15 }] },
    ]);
    const before = await api.counts();
    const drawn = (await api.post('designer', path, steps('P10D', 'c'), xmlType)).read(comparisonSchema);
    expect(drawn.elements.added.map(({ elementId }) => elementId)).toEqual(['c']);
    expect(drawn).toMatchObject({ with: null });
    expect((await api.post('designer', path, ownStep('Other'), xmlType)).code).toBe('OTHER_DEFINITION');
    expect((await api.post('designer', path, steps('nonsense'), xmlType)).code).toBe('INVALID_DEFINITION');
    expect(await api.counts()).toEqual(before);
    expect((await api.get('designer', `${path}?with=9`)).status).toBe(404);
    expect((await api.get('designer', path)).status).toBe(422);
  });
});

describe('a call activity', () => {
  const calling = bpmn(
    process('Calling', start('s'), user('first'), call('c', 'Called'), end('e'), flows('s>first>c>e')),
  );

  it('takes the version that rules when the call starts, and the case says which', async () => {
    const called = ownStep('Called');
    await publish(api, called);
    await publish(api, calling);
    const opened = await openCase(api, 'insp.office', 'Calling');
    await publish(api, again(called, 1), `?validFrom=${inDays(9)}`);
    const two = await publish(api, again(called, 2));
    expect(two.version).toBe(3);
    await api.post('insp.office', `/tasks/${stepAt(opened, 'first')}/complete`, {});
    const { text } = await api.get('insp.office', `/cases/${opened.id}/timeline`);
    expect(text).toContain('Called@3');
  });

  it('in a trial goes by the trial’s own clock', async () => {
    const trial = (await api.post('designer', '/trials', { definitionKey: 'Calling' })).read(changedCaseSchema);
    await api.post('designer', `/trials/${trial.id}/fast-forward`, { by: 'P10D' });
    await api.post('designer', `/tasks/${stepAt(trial, 'first')}/complete`, {});
    expect((await api.get('designer', `/cases/${trial.id}/timeline`)).text).toContain('Called@2');
  });

  it('waits with an incident while nothing rules, and goes on when something does', async () => {
    await publish(api, ownStep('Gone'));
    await publish(api, bpmn(process('CallsGone', start('s'), call('c', 'Gone'), end('e'), flows('s>c>e'))));
    await act('Gone', 1, 'withdraw');
    const opened = await openCase(api, 'insp.office', 'CallsGone');
    const [incident] = opened.incidents;
    expect([opened.status, incident?.code]).toEqual(['incident', 'UNKNOWN_DEFINITION']);
    await act('Gone', 1, 'reinstate');
    const path = `/cases/${opened.id}/incidents/${incident?.id}/retry`;
    expect((await api.post('supervisor', path, {})).read(changedCaseSchema).openTasks).toHaveLength(1);
  });

  it('by a message begins the version that rules', async () => {
    const xml = begunByMessage('Begun', '移交');
    await publish(api, xml);
    await publish(api, again(begunByMessage('Begun', '另一消息'), 1), `?validFrom=${inDays(1)}`);
    expect((await api.post('insp.office', '/messages', { name: '移交' })).status).toBe(200);
    expect((await api.post('insp.office', '/messages', { name: '另一消息' })).status).toBe(404);
    expect((await api.get('designer', '/definitions/Begun')).read(definitionSchema).state).toBe('in-force');
  });
});
