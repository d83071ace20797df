import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { caseSchema } from '../../apps/api/cases/case.schema.ts';
import { loadedSchema } from '../../apps/api/calendars/calendar.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import {
  changedRulesSchema,
  ladderHistorySchema,
  periodHistorySchema,
  periodListSchema,
} from '../../apps/api/rules/rule.schema.ts';
import { weekOf } from '../../apps/api/what-if/load.ts';
import { whatIfSchema } from '../../apps/api/what-if/what-if.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, call, end, flows, process, start, user, and } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, publish, stepAt } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const inDays = (days: number): string => addDays(civilDateOf(Date.now()), days);
const ofIntake = { 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' };
const oneStep = (key: string, attributes: Record<string, string>): string =>
  bpmn(process(key, start('s'), user('a', { name: '受理', ...ofIntake, ...attributes }), end('e'), flows('s>a>e')));
const suppose = async (key: string, version: number, body: object = {}, as = 'supervisor') =>
  (await api.post(as, `/definitions/${key}/versions/${version}/what-if`, body)).read(whatIfSchema);
const putPeriods = async (body: object, query = '', as = 'supervisor') =>
  (await api.send(as, 'PUT', `/periods${query}`, body)).read(changedRulesSchema);
/** A change that has been made goes on reaching cases in the background; what it changed itself is its version. */
const rulesMade = () => api.system.rows<{ version: number }>('select version from rule_set order by version');
const period = (value: number, more: object = {}) => ({
  name: '试验期限',
  kind: 'deadline',
  value,
  unit: 'day',
  start: '收到',
  roll: 'none',
  clock: 'internal',
  basis: '某办法第五条',
  confidence: 'D',
  ...more,
});

describe('what if cases were moved to a version', () => {
  it('tells which due dates would move, from where to where and why, and moves none', async () => {
    await publish(api, oneStep('Moves', { 'ld:due': 'P10D' }));
    const opened = await openCase(api, 'insp.office', 'Moves');
    const task = stepAt(opened, 'a');
    await api.post('supervisor', `/tasks/${task}/extend`, { by: 'P2D' });
    await publish(api, oneStep('Moves', { 'ld:due': 'P20D' }));
    const before = await api.counts();
    const effect = await suppose('Moves', 2);
    expect(effect).toMatchObject({ cases: 1, tasks: 1, moved: 1, breaches: 0, asked: 0, unknown: 0 });
    expect(effect.items).toMatchObject([
      { taskId: task, from: { dueOn: inDays(12) }, to: { dueOn: inDays(22) }, cause: 'version', moved: true },
    ]);
    expect(effect.items[0]?.why).toContain('20日');
    expect(effect.load.agencies).toMatchObject([
      { key: 'cdi', before: { [weekOf(inDays(12))]: 1 }, after: { [weekOf(inDays(22))]: 1 } },
    ]);
    expect(await api.counts()).toEqual(before);
    expect((await suppose('Moves', 1)).items).toEqual([]);
  });

  it('tells what would be overdue, and what has no place', async () => {
    const two = (due: string, second: string) =>
      bpmn(
        process(
          'Breaks',
          start('s'),
          and('f'),
          user('a', { ...ofIntake, 'ld:due': due, 'ld:from': 'case-start' }),
          user(second, ofIntake),
          end('e'),
          flows(`s>f>a>e`, `f>${second}>e`),
        ),
      );
    await publish(api, two('P30D', 'b'));
    await openCase(api, 'insp.office', 'Breaks', { startsOn: inDays(-10) });
    await publish(api, two('P5D', 'c'));
    const effect = await suppose('Breaks', 2, { show: 'breaches' });
    expect(effect).toMatchObject({ moved: 1, breaches: 1, unmapped: [{ elementId: 'b', cases: 1 }] });
    expect(effect.items).toMatchObject([{ elementId: 'a', breach: 'new', to: { dueOn: inDays(-5) } }]);
    expect((await suppose('Breaks', 2, { mapping: { b: 'c' } })).unmapped).toEqual([]);
  });

  it('tells it of a document that is not published, and of other people at a step', async () => {
    await publish(api, oneStep('Drawn', { 'ld:due': 'P10D', 'ld:assignee': 'cdi.intake' }));
    await openCase(api, 'insp.office', 'Drawn');
    const drawn = await suppose('Drawn', 1, {
      document: oneStep('Drawn', { 'ld:due': 'P15D', 'ld:assignee': 'cdi.intake' }),
    });
    expect(drawn.items).toMatchObject([{ to: { dueOn: inDays(15) } }]);
    const handed = await suppose('Drawn', 1, { steps: { a: { assignee: 'cdi.intake2', agency: 'audit' } } });
    expect(handed).toMatchObject({ moved: 0, reassigned: 1 });
    expect(handed.items).toMatchObject([{ cause: 'assignment', to: { assignee: 'cdi.intake2', agency: 'audit' } }]);
    const week = weekOf(inDays(10));
    expect(handed.load.people).toMatchObject([
      { key: 'cdi.intake', before: { [week]: 1 }, after: {} },
      { key: 'cdi.intake2', before: {}, after: { [week]: 1 } },
    ]);
    const person = await suppose('Drawn', 1, { people: { 'cdi.intake': 'cdi.intake2' } });
    expect(person).toMatchObject({ reassigned: 1, moved: 0 });
    const wrong = await api.post('supervisor', '/definitions/Drawn/versions/1/what-if', { steps: { nobody: {} } });
    expect([wrong.status, wrong.code]).toEqual([422, 'INVALID_INPUT']);
    expect((await api.post('supervisor', '/definitions/Drawn/versions/9/what-if', {})).status).toBe(404);
  });

  it('reaches steps of a called process', async () => {
    await publish(api, oneStep('Called', { 'ld:due': 'P10D' }));
    await publish(api, bpmn(process('Calls', start('s'), call('c', 'Called'), end('e'), flows('s>c>e'))));
    await openCase(api, 'insp.office', 'Calls');
    const effect = await suppose('Called', 1, { document: oneStep('Called', { 'ld:due': 'P11D' }) });
    expect(effect.items).toMatchObject([{ definitionKey: 'Calls', to: { dueOn: inDays(11) } }]);
  });

  it('asks a case itself where its rows do not tell its clock yet', async () => {
    await publish(api, oneStep('Asked', { 'ld:due': 'P10D' }));
    const opened = await openCase(api, 'insp.office', 'Asked');
    await api.system.rows(`update task_view set position = null where case_id = '${opened.id}'`);
    const effect = await suppose('Asked', 1, { document: oneStep('Asked', { 'ld:due': 'P12D' }) });
    expect(effect).toMatchObject({ asked: 1, unknown: 0, items: [{ to: { dueOn: inDays(12) } }] });
  });

  it('answers for thousands of open cases in seconds', async () => {
    await publish(api, oneStep('Thousands', { 'ld:due': 'P10D' }));
    const { id } = await openCase(api, 'insp.office', 'Thousands');
    const copies = (table: string, extra: string) =>
      api.system.rows(
        `insert into ${table} select (jsonb_populate_record(r, to_jsonb(r) || ${extra})).* from ${table} r, generate_series(1, 4000) n
         where r.${table === 'case_view' ? 'id' : 'case_id'} = '${id}'`,
      );
    await copies('case_view', `jsonb_build_object('id', 'copy-' || n, 'number', 'copy-' || n, 'family', 'copy-' || n)`);
    await copies('task_view', `jsonb_build_object('case_id', 'copy-' || n, 'id', 'copy-' || n || '.' || r.id)`);
    await copies(
      'alarm_view',
      `jsonb_build_object('case_id', 'copy-' || n, 'task_id', 'copy-' || n || '.' || r.task_id)`,
    );
    const began = Date.now();
    const effect = await suppose('Thousands', 1, { document: oneStep('Thousands', { 'ld:due': 'P12D' }), limit: 10 });
    const took = Date.now() - began;
    await api.system.rows(`delete from case_view where id like 'copy-%'`);
    expect(effect).toMatchObject({ cases: 4001, moved: 4001, total: 4001, asked: 0 });
    expect(effect.items[0]).toMatchObject({ alarms: expect.any(Number) as number });
    expect(took).toBeLessThan(20_000);
  });

  it('pages, and tells others than leaders numbers only', async () => {
    await publish(api, oneStep('Paged', { 'ld:due': 'P10D' }));
    for (let index = 0; index < 5; index += 1) await openCase(api, 'insp.office', 'Paged');
    const document = oneStep('Paged', { 'ld:due': 'P12D' });
    const first = await suppose('Paged', 1, { document, limit: 2 });
    const second = await suppose('Paged', 1, { document, limit: 2, cursor: first.nextCursor });
    const third = await suppose('Paged', 1, { document, limit: 2, cursor: second.nextCursor });
    const seen = [first, second, third].flatMap(({ items }) => items.map(({ caseId }) => caseId));
    expect([new Set(seen).size, first.total, third.nextCursor]).toEqual([5, 5, null]);
    const blind = await suppose('Paged', 1, { document }, 'designer');
    expect(blind).toMatchObject({ cases: 5, moved: 5, items: [], load: { people: null } });
    expect((await api.post('fin.staff', '/definitions/Paged/versions/1/what-if', {})).status).toBe(403);
  });
});

describe('a changed period', () => {
  it('is tried, then reaches open cases from the day their clocks started, and its history stays', async () => {
    await putPeriods({ periods: { T1: period(10) }, reason: '新设' });
    await publish(api, oneStep('ByPeriod', { 'ld:period': 'T1' }));
    const opened = await openCase(api, 'insp.office', 'ByPeriod');
    const task = stepAt(opened, 'a');
    const dueOn = async () => (await api.get('supervisor', `/cases/${opened.id}`)).read(caseSchema).openTasks[0]?.dueOn;
    expect(await dueOn()).toBe(inDays(10));

    const before = await rulesMade();
    const dry = await putPeriods({ periods: { T1: { value: 15, confidence: 'A' } } }, '?dryRun=true');
    expect(dry).toMatchObject({ dryRun: true, changes: [{ kind: 'period', key: 'T1', running: 'take' }] });
    expect(dry.effect?.items).toMatchObject([
      { taskId: task, cause: 'period', from: { dueOn: inDays(10) }, to: { dueOn: inDays(15) } },
    ]);
    expect(dry.effect?.items[0]?.why).toContain('由10日改为15日');
    expect(await rulesMade()).toEqual(before);
    expect(await suppose('ByPeriod', 1, { periods: { T1: { value: 15 } } })).toMatchObject({ moved: 1 });

    const { version } = await putPeriods({ periods: { T1: { value: 15, confidence: 'A' } }, reason: '某通知' });
    await vi.waitFor(async () => expect(await dueOn()).toBe(inDays(15)), 10_000);
    const { items } = (await api.get('supervisor', `/cases/${opened.id}/timeline`)).read(timelineSchema);
    expect(items.find(({ kind }) => kind === 'deadline-moved')?.data).toMatchObject({ cause: 'period' });
    const shown = (await api.get('fin.staff', '/periods/T1')).read(periodHistorySchema);
    expect(shown).toMatchObject({ key: 'T1', value: 15, confidence: 'A', basis: '某办法第五条' });
    expect(
      shown.history.map(({ by, reason, change }) => [by, reason, (change?.to as { value?: number } | null)?.value]),
    ).toEqual([
      ['supervisor', '某通知', 15],
      ['supervisor', '新设', 10],
      [null, null, undefined],
    ]);
    expect(shown.history[0]?.version).toBe(version);
    expect((await api.get('fin.staff', '/periods')).read(periodListSchema).items.map(({ key }) => key)).toContain(
      'P01',
    );
  });

  it('kept from running clocks leaves them alone', async () => {
    await putPeriods({ periods: { T2: period(10) } });
    await publish(api, oneStep('Kept', { 'ld:period': 'T2' }));
    const opened = await openCase(api, 'insp.office', 'Kept');
    const kept = await putPeriods({ periods: { T2: { value: 20 } }, running: 'keep' }, '?dryRun=true');
    expect(kept.effect?.items.filter(({ caseId }) => caseId === opened.id)).toEqual([]);
    await putPeriods({ periods: { T2: { value: 20 } }, running: 'keep' });
    const next = await openCase(api, 'insp.office', 'Kept');
    expect(next.openTasks[0]?.dueOn).toBe(inDays(20));
    expect((await api.get('supervisor', `/cases/${opened.id}`)).read(caseSchema).openTasks[0]?.dueOn).toBe(inDays(10));
  });

  it('that says nothing new makes no new version', async () => {
    const { version } = await putPeriods({ periods: { T3: period(10) } });
    expect(await putPeriods({ periods: { T3: { value: 10 } } })).toMatchObject({ version, changes: [] });
  });

  it.each([
    ['a ladder that there is not', { T4: period(1, { ladder: 'none' }) }, 'periods.T4.ladder'],
    ['half a period', { T4: { value: 3 } }, 'periods.T4.name'],
    [
      'a custody clock that rolls',
      { T4: period(1, { clock: 'custody', roll: 'next-working-day' }) },
      'periods.T4.roll',
    ],
    ['a mark that there is not', { T4: period(1, { confidence: 'Z' }) }, 'periods.T4.confidence'],
  ])('with %s is refused, with its place', async (_, periods, path) => {
    const before = await rulesMade();
    const answer = await api.send('supervisor', 'PUT', '/periods', { periods });
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_INPUT']);
    expect((JSON.parse(answer.text) as { defects: { path: string }[] }).defects.map((one) => one.path)).toContain(path);
    expect(await rulesMade()).toEqual(before);
  });

  it('is not everybody’s to make', async () => {
    for (const user of ['fin.staff', 'unit1.head', 'secadmin'])
      expect((await api.send(user, 'PUT', '/periods', { periods: { P01: { value: 1 } } })).status).toBe(403);
    expect((await api.get('fin.staff', '/periods/NoSuch')).status).toBe(404);
  });
});

describe('a changed ladder', () => {
  it('moves the rungs of open steps and no due date', async () => {
    await publish(api, oneStep('Climbs', { 'ld:due': 'P10D', 'ld:ladder': 'standard' }));
    const opened = await openCase(api, 'insp.office', 'Climbs');
    const { rungs } = (await api.get('supervisor', '/ladders/standard')).read(ladderHistorySchema);
    const later = rungs.map((rung) => (rung.level === 2 ? { ...rung, after: rung.after + 1 } : rung));
    const dry = (
      await api.send('supervisor', 'PUT', '/ladders?dryRun=true', { ladders: { standard: { rungs: later } } })
    ).read(changedRulesSchema);
    const mine = dry.effect?.items.filter(({ caseId }) => caseId === opened.id);
    expect(mine).toMatchObject([{ cause: 'ladder', moved: false, alarms: 1 }]);
    const rung = async () =>
      (await api.get('supervisor', `/cases/${opened.id}`)).read(caseSchema).alarms.find(({ level }) => level === 2)?.at;
    const before = await rung();
    expect((await api.send('supervisor', 'PUT', '/ladders', { ladders: { standard: { rungs: later } } })).status).toBe(
      200,
    );
    await vi.waitFor(async () => expect(await rung()).not.toBe(before), 10_000);
  });
});

describe('a notice of days', () => {
  it('tells what custody and statutory clocks it leaves alone', async () => {
    await publish(api, oneStep('Working', { 'ld:due': 'P10D', 'ld:counting': 'working', 'ld:from': 'case-start' }));
    await publish(api, oneStep('Custody', { 'ld:due': 'P10D', 'ld:clock': 'custody', 'ld:from': 'case-start' }));
    const moving = await openCase(api, 'insp.office', 'Working', { startsOn: '2033-03-03' });
    const fixed = await openCase(api, 'insp.office', 'Custody', { startsOn: '2033-03-03' });
    const notice = { years: { 2033: { source: '某通知', off: ['2033-03-07', '2033-03-08'], work: [] } } };
    const dry = async (show: string) =>
      (await api.post('supervisor', '/calendars?dryRun=true', { ...notice, show })).read(loadedSchema).effect;
    expect((await dry('changes'))?.items.find(({ caseId }) => caseId === moving.id)).toMatchObject({
      cause: 'calendar',
    });
    const left = await dry('fixed');
    expect(left?.fixed.custody).toBeGreaterThan(0);
    expect(left?.items.find(({ caseId }) => caseId === fixed.id)).toMatchObject({ clock: 'custody', moved: false });
    expect(left?.items[0]?.why).toContain('不顺延');
  });
});
