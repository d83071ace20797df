import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseListSchema } from '../../apps/api/cases/case.schema.ts';
import { climbsSchema, stalledListSchema, summarySchema } from '../../apps/api/dashboard/dashboard.schema.ts';
import {
  comparisonSchema,
  progressSchema,
  stepsSchema,
  throughputSchema,
} from '../../apps/api/dashboard/figures.schema.ts';
import { taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, end, flows, process, start, user, xor } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, ownStep, publish, stepAt, twoSteps, waiting } from './procedures.ts';

const today = civilDateOf(Date.now());
const year = Number(today.slice(0, 4));

/** A step of the finance bureau within thirty days, in a case that the inspection office opens. */
const elsewhere = bpmn(
  process(
    'Elsewhere',
    start('s'),
    user('check', { name: '财政检查', 'ld:role': 'fin.staff', 'ld:agency': 'fin', 'ld:due': 'P300D' }),
    end('e'),
    flows('s>check>e'),
  ),
);

/** Of two ways neither is open. */
const dead = bpmn(
  process(
    'Dead',
    start('s'),
    xor('x'),
    user('a'),
    user('b'),
    end('e'),
    flows('s>x', 'x>a[size > 1]>e', 'x>b[size > 2]>e'),
  ),
);

let api: Api;

/** A case whose rows lie back in time as if nothing had happened since. */
async function longAgo(id: string, days: number): Promise<void> {
  const past = `interval '${days} days'`;
  await api.system.rows(`update task_view set opened_at = opened_at - ${past} where case_id = $1`, [id]);
  await api.system.rows(`update case_view set opened_at = opened_at - ${past}, clock = clock - ${past} where id = $1`, [
    id,
  ]);
}

beforeAll(async () => {
  api = await startApi();
  for (const xml of [
    twoSteps('Steps'),
    ownStep('Own'),
    elsewhere,
    waiting('Waits', { messageName: '回函', signalName: '放行' }),
    dead,
  ])
    await publish(api, xml);

  const overdue = await openCase(api, 'insp.office', 'Steps', { title: '逾期的', startsOn: addDays(today, -60) });
  // Seen by name, and in somebody's place.
  expect((await api.post('insp.office', `/cases/${overdue.id}/copy`, { to: ['audit.staff'] })).status).toBe(200);
  await api.system.rows(
    `insert into deputy (principal_id, deputy_id, since, until, given_by, given_at)
     values ('cdi.intake', 'insp.team1', $1::date - 1, $1::date + 7, 'cdi.intake', now())`,
    [today],
  );

  await openCase(api, 'insp.office', 'Dead', { title: '流程异常的' });
  const untaken = await openCase(api, 'insp.office', 'Steps', { title: '无人承办的' });
  await longAgo(untaken.id, 7);

  const left = await openCase(api, 'insp.office', 'Elsewhere', { title: '承办人请假的' });
  await api.post('fin.staff', `/tasks/${stepAt(left, 'check')}/claim`);
  await api.system.rows(`update task_view set assignee = 'audit.staff' where id = $1`, [stepAt(left, 'check')]);
  await api.system.rows(
    `insert into absence (person_id, since, until, kind, entered_by, entered_at)
     values ('audit.staff', $1::date - 3, $1::date + 3, 'leave', 'audit.staff', now())`,
    [today],
  );

  const paused = await openCase(api, 'insp.office', 'Steps', { title: '中止过久的' });
  await api.post('supervisor', `/tasks/${stepAt(paused, 'intake')}/suspend`);
  await longAgo(paused.id, 40);
  await api.system.rows(`update timeline set at = at - interval '40 days' where case_id = $1`, [paused.id]);

  const awaited = await openCase(api, 'insp.office', 'Waits', { title: '等回函的' });
  await longAgo(awaited.id, 12);

  const away = await openCase(api, 'insp.office', 'Elsewhere', { title: '等别的机关的' });
  await api.post('fin.staff', `/tasks/${stepAt(away, 'check')}/claim`);
  await longAgo(away.id, 12);

  const clockless = await openCase(api, 'insp.office', 'Own', { title: '无时限的' });
  await api.post('insp.office', `/tasks/${stepAt(clockless, 'own')}/claim`);
  await longAgo(clockless.id, 12);

  const done = await openCase(api, 'insp.office', 'Steps', { title: '办过的' });
  await api.post('cdi.intake', `/tasks/${stepAt(done, 'intake')}/complete`, { outcome: 'accept' });
  const late = await openCase(api, 'insp.office', 'Steps', { title: '晚办的', startsOn: addDays(today, -60) });
  await api.post('cdi.intake', `/tasks/${stepAt(late, 'intake')}/complete`, { outcome: 'accept' });
  await api.post('designer', '/trials', { definitionKey: 'Steps', title: '试的', startsOn: addDays(today, -60) });
});
afterAll(() => api.stop());

const stalled = async (as: string, query = '') =>
  (await api.get(as, `/dashboard/stalled${query}`)).read(stalledListSchema);
/** Of a parameter that is named twice the last one counts. */
const once = (query: string) => new URLSearchParams(Object.fromEntries(new URLSearchParams(query))).toString();
const tasksOf = async (as: string, query: string) =>
  (await api.get(as, `/tasks?${once(`brief=true&limit=200&${query}`)}`)).read(taskListSchema).items;

describe('what stands still', () => {
  it.each([
    ['incident', '流程异常的'],
    ['overdue', '逾期的'],
    ['away', '承办人请假的'],
    ['nobody', '无人承办的'],
    ['suspended', '中止过久的'],
    ['waiting', '等回函的'],
    ['waiting', '等别的机关的'],
    ['no-clock', '无时限的'],
  ])('is shown with its reason: %s, the case that is %s', async (reason, title) => {
    const { items, byReason } = await stalled('supervisor', `?reason=${reason}`);
    expect(items.map(({ caseTitle }) => caseTitle)).toContain(title);
    expect(byReason[reason as 'overdue']).toBe(items.length);
    const others = (await stalled('supervisor')).items.filter((row) => row.reason !== reason);
    expect(others.map(({ caseTitle }) => caseTitle)).not.toContain(title);
  });

  it('is no longer said of somebody whose deputy does everything for them', async () => {
    const give = `insert into deputy (principal_id, deputy_id, since, until, given_by, given_at)
      values ('audit.staff', 'fin.staff', $1::date - 1, $1::date + 1, 'audit.staff', now()) returning id`;
    const [deputy] = await api.system.rows<{ id: string }>(give, [today]);
    expect((await stalled('supervisor')).byReason.away).toBeUndefined();
    await api.system.rows('delete from deputy where id = $1', [deputy?.id]);
    expect((await stalled('supervisor')).byReason.away).toBe(1);
  });

  it('is not shown to whoever has no part in it', async () => {
    const seen = (await stalled('fin.staff')).items.map(({ caseTitle }) => caseTitle);
    expect(seen.toSorted()).toEqual(['承办人请假的', '等别的机关的'].toSorted());
    for (const outsider of ['sysadmin', 'unit1.head'])
      expect((await api.get(outsider, '/dashboard/stalled')).status).toBe(403);
  });
});

describe('every number leads to its rows', () => {
  const scopes = ['', 'agency=cdi', 'agency=fin', 'definitionKey=Steps', 'agency=cdi&definitionKey=Steps'];
  const readers = ['supervisor', 'insp.office', 'fin.staff', 'audit.staff', 'insp.team1'];
  const each = readers.flatMap((as) => scopes.map((scope) => [as, scope] as const));

  it.each(each)('what is late, by agency and rung and by step, for %s of %s', async (as, scope) => {
    const { overdue, overdueByAgency, overdueByStep } = (await api.get(as, `/dashboard/summary?${scope}`)).read(
      summarySchema,
    );
    expect((await tasksOf(as, `due=overdue&${scope}`)).length).toBe(overdue);
    for (const { agency, level, count } of overdueByAgency)
      expect((await tasksOf(as, `due=overdue&${scope}&agency=${agency}&level=${level}`)).length).toBe(count);
    for (const { agency, step, count } of overdueByStep)
      expect((await tasksOf(as, `due=overdue&${scope}&agency=${agency}&name=${encodeURIComponent(step)}`)).length).toBe(
        count,
      );
  });

  it.each(each)('what falls due and what is under way, for %s of %s', async (as, scope) => {
    const { ahead, running } = (await api.get(as, `/dashboard/summary?${scope}`)).read(summarySchema);
    for (const { dueOn, count } of ahead)
      expect((await tasksOf(as, `status=open&dueFrom=${dueOn}&dueTo=${dueOn}&${scope}`)).length).toBe(count);
    const cases = (await api.get(as, `/cases?live=true&${scope}`)).read(caseListSchema);
    expect(cases.total).toBe(running);
  });

  it.each(each)('what is under way by age, for %s of %s', async (as, scope) => {
    const { bands, steps, cases } = (await api.get(as, `/dashboard/progress?${scope}`)).read(progressSchema);
    const within = ({ from, to }: { from: number; to: number | null }) =>
      `openedTo=${addDays(today, -from)}${to === null ? '' : `&openedFrom=${addDays(today, -to)}`}`;
    for (const { agency, counts, total } of steps) {
      const of = agency === null ? null : `agency=${agency}&`;
      if (of === null) continue;
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
      for (const [index, band] of bands.entries())
        expect((await tasksOf(as, `${within(band)}&${scope}&${of}`)).length).toBe(counts[index]);
    }
    for (const [index, band] of bands.entries()) {
      const list = (await api.get(as, `/cases?live=true&${within(band)}&${scope}`)).read(caseListSchema);
      expect(list.total).toBe(cases.counts[index]);
    }
  });

  it.each(each)('what has been done, by month and by agency and year, for %s of %s', async (as, scope) => {
    const { items: months } = (await api.get(as, `/dashboard/throughput?${scope}`)).read(throughputSchema);
    expect(months).toHaveLength(12);
    const month = months.at(-1);
    const span = `From=${month?.month}-01`;
    expect((await tasksOf(as, `status=completed&ended${span}&${scope}`)).length).toBe(month?.stepsDone);
    expect((await tasksOf(as, `status=completed&late=true&ended${span}&${scope}`)).length).toBe(month?.stepsLate);
    expect((await api.get(as, `/cases?opened${span}&${scope}`)).read(caseListSchema).total).toBe(month?.casesOpened);
    const { items } = (await api.get(as, `/dashboard/comparison?${scope}`)).read(comparisonSchema);
    for (const row of items) {
      const of = `status=completed&endedFrom=${row.year}-01-01&endedTo=${row.year}-12-31&agency=${row.agency}&${scope}`;
      expect((await tasksOf(as, of)).length).toBe(row.done);
      expect((await tasksOf(as, `${of}&late=true`)).length).toBe(row.late);
      expect((await tasksOf(as, `${of}&late=false`)).length).toBe(row.inTime);
    }
  });

  it('what a step took and how it stands', async () => {
    const { items } = (await api.get('supervisor', '/dashboard/steps?definitionKey=Steps')).read(stepsSchema);
    const intake = items.find(({ elementId }) => elementId === 'intake');
    expect(intake).toMatchObject({ name: '受理', done: 2, late: 1, overdue: 1 });
    const of = 'definitionKey=Steps&elementId=intake';
    expect((await tasksOf('supervisor', of)).length).toBe(intake?.open);
    expect((await tasksOf('supervisor', `${of}&due=overdue`)).length).toBe(intake?.overdue);
    expect((await tasksOf('supervisor', `${of}&status=completed`)).length).toBe(intake?.done);
    expect(intake?.oldestDays).toBeGreaterThan(6);
  });
});

describe('ladders climbed this week', () => {
  it('are listed with the rung, the highest first, as many as are counted', async () => {
    const { items, total } = (await api.get('supervisor', '/dashboard/climbed')).read(climbsSchema);
    const { climbed } = (await api.get('supervisor', '/dashboard/summary')).read(summarySchema);
    expect(total).toBe(climbed);
    expect(items).toHaveLength(total);
    expect(items.map(({ caseTitle }) => caseTitle)).toContain('逾期的');
    expect(items.map(({ level }) => level)).toEqual(items.map(({ level }) => level).toSorted((a, b) => b - a));
    expect((await api.get('fin.staff', '/dashboard/climbed')).read(climbsSchema).items).toEqual([]);
  });
});

describe('every table goes out as a spreadsheet', () => {
  it.each([
    ['stalled', '为什么停'],
    ['climbed', '案号'],
    ['overdue', '机关'],
    ['progress', '机关'],
    ['steps', '程序'],
    ['throughput', '月份'],
    ['comparison', '机关'],
  ])('%s', async (name, header) => {
    const answer = await api.get('supervisor', `/dashboard/${name}.xlsx`);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml');
    const { sheets } = await readXlsx(answer.bytes);
    const [head, ...rows] = sheets[0]?.rows ?? [];
    expect(head?.[0]).toBe(header);
    expect(rows.length).toBeGreaterThan(0);
    expect((await api.get('sysadmin', `/dashboard/${name}.xlsx`)).status).toBe(403);
  });

  it('with what falls due by day, as real dates', async () => {
    const { bytes } = await api.get('supervisor', '/dashboard/ahead.xlsx');
    const [, first] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
    expect(first?.[0]).toBeInstanceOf(Date);
  });
});

it('leaves out what a leader has stepped back from, in every figure', async () => {
  const figures = async () => {
    const { overdue, running } = (await api.get('cdi.head', '/dashboard/summary')).read(summarySchema);
    const { total } = await stalled('cdi.head');
    const { items } = (await api.get('cdi.head', '/dashboard/steps?definitionKey=Steps')).read(stepsSchema);
    const { total: climbed } = (await api.get('cdi.head', '/dashboard/climbed')).read(climbsSchema);
    const { steps, cases } = (await api.get('cdi.head', '/dashboard/progress')).read(progressSchema);
    const late = items.find(({ elementId }) => elementId === 'intake')?.overdue ?? 0;
    return [overdue, running, total, late, climbed, steps, cases];
  };
  const before = await figures();
  const hidden = await openCase(api, 'insp.office', 'Steps', { title: '回避的', startsOn: addDays(today, -60) });
  const recusal = { personId: 'cdi.head', caseId: hidden.id, ground: 'relative' };
  expect((await api.post('supervisor', '/recusals', recusal)).status).toBe(201);
  expect(await figures()).toEqual(before);
  expect((await stalled('supervisor')).items.map(({ caseTitle }) => caseTitle)).toContain('回避的');
});

describe('the group of a case', () => {
  it('is that of the agencies in it, for all its steps, also when another agency comes in', async () => {
    const rows = await api.system.rows<{ title: string; agencies: string[]; grouped: string[]; apart: number }>(
      `select c.title, c.agencies, g.agencies as grouped, (select count(*)::int from task_view t
         where t.case_id = c.id and t.case_group is distinct from c.case_group) as apart
       from case_view c join case_group g on g.id = c.case_group and g.definition_key = c.definition_key`,
    );
    for (const { agencies, grouped, apart } of rows) {
      expect(grouped).toEqual(agencies.toSorted());
      expect(apart).toBe(0);
    }
    const of = (wanted: string) => rows.find(({ title }) => title === wanted)?.grouped;
    expect(of('逾期的')).toEqual(['cdi']);
    expect(of('办过的')).toEqual(['cdi', 'insp']);
  });

  it('is none for a trial', async () => {
    const [row] = await api.system.rows<{ count: number }>(
      `select count(*)::int as count from case_view c where c.trial <> (c.case_group is null)`,
    );
    expect(row?.count).toBe(0);
  });
});

it.each(['stalled?reason=boredom', 'stalled?limit=0', 'steps?limit=x', `summary?agency=${'长'.repeat(99)}`])(
  'refuses %s',
  async (path) => {
    expect((await api.get('supervisor', `/dashboard/${path}`)).status).toBe(422);
  },
);

it(`compares this year (${year})`, async () => {
  const { items } = (await api.get('supervisor', '/dashboard/comparison')).read(comparisonSchema);
  expect(items).toContainEqual(expect.objectContaining({ agency: 'cdi', year, done: 2, late: 1, inTime: 1 }));
});
