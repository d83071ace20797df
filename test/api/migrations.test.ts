import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseSchema, changedCaseSchema, migrationSchema } from '../../apps/api/cases/case.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import {
  migrationJobSchema,
  migrationListSchema,
  migrationReportSchema,
} from '../../apps/api/migrations/migration.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { and, boundary, bpmn, call, end, flows, process, start, timer, user, type Content } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const ofIntake = { 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' };
/** 受理 within so many days, then other steps. */
const steps = (key: string, due: string, ...more: readonly string[]): string =>
  bpmn(
    process(
      key,
      start('s'),
      user('a', { name: '受理', 'ld:due': due, ...ofIntake }),
      ...more.map((id) => user(id, ofIntake)),
      end('e'),
      flows(['s', 'a', ...more, 'e'].join('>')),
    ),
  );

async function order(as: string, key: string, body: object) {
  const answer = await api.post(as, `/definitions/${key}/migrations`, body);
  if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
  return answer.read(migrationJobSchema);
}
const reportOf = async (as: string, key: string, id: string, query = '') =>
  (await api.get(as, `/definitions/${key}/migrations/${id}${query}`)).read(migrationReportSchema);
async function done(as: string, key: string, body: object) {
  const { id } = await order(as, key, body);
  return vi.waitFor(async () => {
    const report = await reportOf(as, key, id);
    expect(report.status).toBe('done');
    return report;
  }, 30_000);
}
const inDays = (days: number): string => addDays(civilDateOf(Date.now()), days);

describe('the migration of many cases', () => {
  it('tells in a dry run where each would stand, then moves each with one journalled command', async () => {
    await publish(api, steps('Many', 'P10D'));
    const cases = [];
    for (let index = 0; index < 5; index += 1) cases.push(await openCase(api, 'insp.office', 'Many'));
    await publish(api, steps('Many', 'P20D', 'b'));
    const before = await api.counts();

    const dry = await done('supervisor', 'Many', { fromVersion: 1, toVersion: 2, dryRun: true });
    expect(dry.counts).toMatchObject({ total: 5, planned: 5, moved: 0, unmapped: 0 });
    const [item] = dry.cases.items;
    expect(item?.plan?.tasks).toMatchObject([
      { elementId: 'a', dueOn: inDays(20), before: { dueOn: inDays(10), elementId: 'a' } },
    ]);
    expect(item?.plan?.alarms.find(({ kind }) => kind === 'due')).toMatchObject({
      at: `${inDays(21)}T00:00:00+08:00`,
      before: `${inDays(11)}T00:00:00+08:00`,
    });
    expect(await api.counts()).toEqual(before);

    const real = await done('supervisor', 'Many', { fromVersion: 1, toVersion: 2, reason: '改期限' });
    expect(real.counts).toMatchObject({ total: 5, moved: 5 });
    for (const { id } of cases) {
      const found = (await api.get('supervisor', `/cases/${id}`)).read(caseSchema);
      expect([found.version, found.openTasks[0]?.dueOn]).toEqual([2, inDays(20)]);
      const { items } = (await api.get('supervisor', `/cases/${id}/timeline`)).read(timelineSchema);
      expect(items.filter(({ kind }) => kind === 'case-migrated')).toMatchObject([
        { actor: 'supervisor', reason: '改期限' },
      ]);
    }
    const again = await done('supervisor', 'Many', { fromVersion: 1, toVersion: 2 });
    expect(again.counts.total).toBe(0);
    const { items } = (await api.get('supervisor', '/definitions/Many/migrations')).read(migrationListSchema);
    expect(items.map(({ dryRun, counts }) => [dryRun, counts.total])).toEqual([
      [false, 0],
      [false, 5],
      [true, 5],
    ]);
    expect(await api.system.verify()).toMatchObject({ faults: [] });
  });

  it('lists what has no place, over all cases, and moves those that have one', async () => {
    const both = (...parts: readonly Content[]) =>
      bpmn(process('Partly', start('s'), and('f'), user('a', ofIntake), ...parts));
    await publish(api, both(user('b', ofIntake), end('e'), flows('s>f>a>e', 'f>b>e')));
    const [stuck, free] = [await openCase(api, 'insp.office', 'Partly'), await openCase(api, 'insp.office', 'Partly')];
    await api.post('cdi.intake', `/tasks/${stepAt(free, 'b')}/complete`, {});
    await publish(api, both(user('c', ofIntake), end('e'), flows('s>f>a>e', 'f>c>e')));
    const report = await done('cdi.head', 'Partly', { toVersion: 2 });
    expect(report.counts).toMatchObject({ moved: 1, unmapped: 1 });
    expect(report.unmapped).toMatchObject([{ elementId: 'b', cases: 1 }]);
    const filtered = await reportOf('cdi.head', 'Partly', report.id, '?status=unmapped');
    expect(filtered.cases.items.map(({ caseId }) => caseId)).toEqual([stuck.id]);
    expect((await api.get('supervisor', `/cases/${stuck.id}`)).read(caseSchema).version).toBe(1);

    const mapped = await done('cdi.head', 'Partly', { toVersion: 2, mapping: { b: 'c' } });
    expect(mapped.counts).toMatchObject({ total: 1, moved: 1 });
    expect(
      (await api.get('supervisor', `/cases/${stuck.id}`)).read(caseSchema).openTasks.map((one) => one.elementId),
    ).toEqual(['a', 'c']);
  });

  it('leaves out cases that ended, and takes only those that were asked for', async () => {
    await publish(api, steps('Some', 'P10D'));
    const opened = [];
    for (let index = 0; index < 4; index += 1) opened.push(await openCase(api, 'insp.office', 'Some'));
    const [first, second, third, fourth] = opened;
    await api.post('supervisor', `/cases/${first?.id}/cancel`, {});
    await api.post('supervisor', `/cases/${second?.id}/suspend`, {});
    await publish(api, steps('Some', 'P20D'));
    const named = await done('supervisor', 'Some', { toVersion: 2, cases: [third?.id, first?.id, 'c-nobody'] });
    expect(named.counts).toMatchObject({ total: 3, moved: 1, refused: 2 });
    const suspended = await done('supervisor', 'Some', { toVersion: 2, filter: { status: 'suspended' } });
    expect(suspended.cases.items.map(({ caseId, status }) => [caseId, status])).toEqual([[second?.id, 'moved']]);
    const atStep = await done('supervisor', 'Some', { toVersion: 2, filter: { elementId: 'a', agency: 'cdi' } });
    expect(atStep.cases.items.map(({ caseId }) => caseId)).toEqual([fourth?.id]);
  });

  it('goes on where it was broken off, and no case is moved twice', async () => {
    await publish(api, steps('Broken', 'P10D'));
    const opened = [];
    for (let index = 0; index < 3; index += 1) opened.push(await openCase(api, 'insp.office', 'Broken'));
    await publish(api, steps('Broken', 'P20D'));
    const report = await done('supervisor', 'Broken', { toVersion: 2 });
    // As a crash between the command and its note leaves it.
    await api.system.rows(`update migration_item set status = 'sending', done_at = null where job_id = '${report.id}'`);
    await api.system.rows(`update migration_job set status = 'running', finished_at = null where id = '${report.id}'`);
    await done('supervisor', 'Broken', { toVersion: 2 });
    const resumed = await vi.waitFor(async () => {
      const now = await reportOf('supervisor', 'Broken', report.id);
      expect(now.status).toBe('done');
      return now;
    }, 20_000);
    expect(resumed.counts).toMatchObject({ moved: 3 });
    const rows = await api.system.rows(
      `select case_id from timeline where kind = 'case-migrated' and case_id = any('{${opened.map(({ id }) => id).join()}}')`,
    );
    expect(rows).toHaveLength(3);
  });

  it('keeps to its pace, can be stopped, and goes on when it is asked to', async () => {
    await publish(api, steps('Paced', 'P10D'));
    for (let index = 0; index < 4; index += 1) await openCase(api, 'insp.office', 'Paced');
    await publish(api, steps('Paced', 'P20D'));
    const { id } = await order('supervisor', 'Paced', { toVersion: 2, perSecond: 1 });
    await vi.waitFor(
      async () => expect((await reportOf('supervisor', 'Paced', id)).counts.moved).toBeGreaterThan(0),
      10_000,
    );
    expect((await api.post('supervisor', `/definitions/Paced/migrations/${id}/retry`, {})).code).toBe('STILL_RUNNING');
    expect((await api.post('designer', `/definitions/Paced/migrations/${id}/cancel`, {})).status).toBe(403);
    expect((await api.post('supervisor', `/definitions/Paced/migrations/${id}/cancel`, {})).status).toBe(200);
    expect((await api.post('supervisor', `/definitions/Paced/migrations/${id}/cancel`, {})).code).toBe('NOT_RUNNING');
    const stopped = await reportOf('supervisor', 'Paced', id);
    expect([stopped.status, stopped.counts.pending > 0]).toEqual(['cancelled', true]);
    expect((await api.post('supervisor', `/definitions/Paced/migrations/${id}/retry`, {})).status).toBe(200);
    await vi.waitFor(async () => expect((await reportOf('supervisor', 'Paced', id)).counts.moved).toBe(4), 15_000);
  });

  it('reaches what a case runs of a called procedure', async () => {
    await publish(api, steps('Inner', 'P10D'));
    await publish(api, bpmn(process('Outer', start('s'), call('c', 'Inner'), end('e'), flows('s>c>e'))));
    const opened = await openCase(api, 'insp.office', 'Outer');
    await publish(api, steps('Inner', 'P20D', 'b'));
    const report = await done('supervisor', 'Inner', { fromVersion: 1, toVersion: 2 });
    expect(report.cases.items).toMatchObject([{ caseId: opened.id, from: 'Inner@1', status: 'moved' }]);
    const found = (await api.get('supervisor', `/cases/${opened.id}`)).read(caseSchema);
    expect([found.definitionKey, found.version, found.openTasks[0]?.dueOn]).toEqual(['Outer', 1, inDays(20)]);
  });

  it('of the designer is a dry run, with numbers of what he may not see', async () => {
    await publish(api, steps('Secret', 'P10D'));
    await openCase(api, 'insp.office', 'Secret', { title: '绝不外传' });
    await publish(api, steps('Secret', 'P20D'));
    const refused = await api.post('designer', '/definitions/Secret/migrations', { toVersion: 2 });
    expect([refused.status, refused.code]).toEqual([403, 'FORBIDDEN']);
    const dry = await done('designer', 'Secret', { toVersion: 2, dryRun: true });
    expect([dry.counts.planned, dry.cases.items]).toEqual([1, []]);
    const trial = (await api.post('designer', '/trials', { definitionKey: 'Secret', version: 1 })).read(
      changedCaseSchema,
    );
    const own = await done('designer', 'Secret', { toVersion: 2, trial: true });
    expect(own.cases.items.map(({ caseId, status }) => [caseId, status])).toEqual([[trial.id, 'moved']]);
    for (const user of ['fin.staff', 'sysadmin'])
      expect((await api.post(user, '/definitions/Secret/migrations', { toVersion: 2 })).status).toBe(403);
  });

  it.each([
    ['an unknown version', { toVersion: 9 }, 422, 'UNKNOWN_DEFINITION'],
    ['the version that is left', { fromVersion: 1, toVersion: 1 }, 409, 'SAME_VERSION'],
    [
      'a mapping of what there is not',
      { fromVersion: 1, toVersion: 2, mapping: { nobody: 'a' } },
      422,
      'INVALID_MAPPING',
    ],
    ['no version', {}, 422, 'INVALID_INPUT'],
  ])('to %s is refused', async (_, body, status, code) => {
    await publish(api, steps('Refused', 'P10D'));
    await publish(api, steps('Refused', 'P20D'));
    const before = await api.counts();
    const answer = await api.post('supervisor', '/definitions/Refused/migrations', body);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(await api.counts()).toEqual(before);
  });

  it('to a version that is ahead may be tried, not made', async () => {
    await publish(api, steps('Later', 'P10D'));
    await openCase(api, 'insp.office', 'Later');
    await publish(api, steps('Later', 'P20D'), `?validFrom=${inDays(1)}`);
    expect((await api.post('supervisor', '/definitions/Later/migrations', { toVersion: 2 })).code).toBe(
      'VERSION_NOT_IN_FORCE',
    );
    expect((await done('supervisor', 'Later', { toVersion: 2, dryRun: true })).counts.planned).toBe(1);
    const seen = await api.post('supervisor', '/definitions/Later/migrations?preview=true', {
      toVersion: 2,
      dryRun: true,
    });
    expect(seen.read(migrationJobSchema)).toMatchObject({ preview: true, counts: { total: 1 } });
  });
});

describe('the migration of one case', () => {
  it('tells tokens, tasks and timers before and after, and what it drops', async () => {
    const guarded = (...events: readonly Content[]) =>
      bpmn(
        process(
          'One',
          start('s'),
          user('a', ofIntake),
          ...events,
          user('x', ofIntake),
          end('e'),
          flows('s>a>e', ...(events.length > 0 ? ['t>x'] : ['a>x']), 'x>e'),
        ),
      );
    await publish(api, guarded(boundary('t', 'a', timer({ duration: 'P5D' }))));
    const opened = await openCase(api, 'insp.office', 'One');
    await publish(api, guarded(boundary('t', 'a', timer({ duration: 'P9D' }))));
    await publish(api, bpmn(process('One', start('s'), user('a', ofIntake), end('e'), flows('s>a>e'))));
    const plan = async (toVersion: number) =>
      (await api.post('supervisor', `/cases/${opened.id}/migrate`, { toVersion, dryRun: true })).read(migrationSchema)
        .cases[0];
    const moved = await plan(2);
    expect(moved?.tokens.map(({ elementId, before }) => [elementId, before])).toEqual([
      ['One', 'One'],
      ['a', 'a'],
    ]);
    expect(moved?.alarms).toMatchObject([{ kind: 'timer', elementId: 't' }]);
    expect(Date.parse(moved?.alarms[0]?.at ?? '') - Date.parse(moved?.alarms[0]?.before ?? '')).toBe(4 * 86_400_000);
    expect((await plan(3))?.dropped).toMatchObject([{ kind: 'alarm', elementId: 't' }]);
    const real = (await api.post('supervisor', `/cases/${opened.id}/migrate`, { toVersion: 2 })).read(migrationSchema);
    expect(real.cases[0]?.alarms).toHaveLength(1);
    expect((await api.post('supervisor', `/cases/${opened.id}/migrate`, { toVersion: 2 })).code).toBe('SAME_VERSION');
  });
});
