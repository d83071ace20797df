import { setTimeout as delay } from 'node:timers/promises';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dutySchedule } from '../../apps/api/duties/duty.spec.ts';
import { dayScheduleOptions } from '../../apps/api/schedules/day-schedule.ts';
import type { DaySchedule } from '../../apps/api/schedules/day-schedule.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { dutyScheduleId } from '../../workflows/duties.messages.ts';
import { openRecurringWorkflow, recurringScheduleId } from '../../workflows/recurring.messages.ts';
import { ownServers } from './own-servers.ts';
import type { OwnServers } from './own-servers.ts';
import { publish } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

let servers: OwnServers;
let system: System;
beforeAll(async () => {
  servers = await ownServers();
  const { databaseUrl, temporalAddress } = servers;
  system = await startSystem({
    servers: { databaseUrl, temporalAddress, namespace: 'default', drop: () => servers.stop() },
  });
  for (const key of ['ZeRenShiXiang', 'RiChangJianDu'])
    await publish(system, readFileSync(new URL(`../../definitions/processes/${key}.bpmn`, import.meta.url), 'utf8'));
  await system.rows(`insert into agency (id, name, kind) values ('unit1', '一局', 'unit'), ('unit2', '二局', 'unit')`);
  await system.rows(
    `insert into person (id, name, agency_id, password_hash, created_at) values ('owner', '清单负责人', 'unit1', '', now())`,
  );
});
afterAll(() => system.stop());

const today = civilDateOf(Date.now());

/** A list whose two obligations open today. */
async function planned(list: string): Promise<void> {
  await system.rows(
    `insert into duty_list (id, name, year, owner_id, status, starts_on, sample_share, seed, points, version, created_at)
     values ($1, $1, 2026, 'owner', 'active', $2, 0.2, $1, '{}', 1, now())`,
    [list, today],
  );
  await system.rows(
    `insert into duty_item values ($1, 1, '1', 0, '党委', '政治监督', '学习部署', '{unit1,unit2}', null, '{}', '记录', 'month', '第1个工作日', '15日', '', 1)`,
    [list],
  );
  for (const unit of ['unit1', 'unit2'])
    await system.rows(
      `insert into duty_occurrence (id, list_id, item_no, version, lead_id, cycle, period, opens_on, due_on, case_id, status)
       values ($1, $2, '1', 1, $3, 'month', 'p', $4, $4, $5, 'planned')`,
      [`${list}/1/${unit}/p`, list, unit, today, `c-${list}-${unit}`],
    );
}

/** A recurring procedure whose openings for two units should have come yesterday; its plan asks for nothing more. */
async function recurring(id: string): Promise<void> {
  await system.rows(
    `insert into recurring_procedure (id, name, definition_key, cycle, opens, audience, agency_id, variables, basis, confidence,
       owner_id, status, starts_on, created_at)
     values ($1, $1, 'RiChangJianDu', 'month', '第1个工作日', '{"kind":"agencies","agencies":["unit1","unit2"],"categories":[],"role":null}',
       'unit1', '{"guide":"=period","unit":"=receiver.agency"}', '', 'D', 'owner', 'active', '2199-01-01', now())`,
    [id],
  );
  for (const unit of ['unit1', 'unit2'])
    await system.rows(
      `insert into recurring_opening (id, procedure_id, receiver, agency_id, period, opens_on, case_id, status)
       values ($1, $2, $3, $3, '2026-01', $4, $5, 'planned')`,
      [`${id}/2026-01/${unit}`, id, unit, addDays(today, -1), `c-${id}-${unit}`],
    );
}

const monthly = (list: string): DaySchedule => dutySchedule({ id: list, status: 'active' }, 'month', [today]);
const ofProcedure = (id: string): DaySchedule => ({
  id: recurringScheduleId(id),
  workflow: openRecurringWorkflow,
  input: { procedure: id },
  days: [today],
  paused: null,
});

/** Comes once, so many seconds from now. */
async function schedule(given: DaySchedule, inSeconds: number): Promise<void> {
  const at = new Date(Date.now() + inSeconds * 1000);
  const options = dayScheduleOptions(given);
  const month = at.toLocaleString('en', { month: 'long', timeZone: 'UTC' }).toUpperCase() as 'JANUARY';
  await system.client.schedule.create({
    ...options,
    scheduleId: given.id,
    spec: {
      calendars: [
        {
          year: at.getUTCFullYear(),
          month,
          dayOfMonth: at.getUTCDate(),
          hour: at.getUTCHours(),
          minute: at.getUTCMinutes(),
          second: at.getUTCSeconds(),
        },
      ],
    },
  });
}

const casesOf = async (list: string) =>
  (await system.rows<{ id: string }>(`select id from case_view where id like $1 order by id`, [`c-${list}-%`])).map(
    ({ id }) => id,
  );

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await delay(200);
  }
  throw new Error('it did not come to pass within a minute');
}

it('an outage of the server over a due day makes one late task for each agency, not none and not three', async () => {
  await planned('outage');
  await recurring('report');
  await schedule(monthly('outage'), 8);
  await schedule(ofProcedure('report'), 8);
  await delay(3_000);
  await servers.killTemporal();
  await delay(7_000);
  await servers.startTemporal();
  for (const { id, about } of [
    { id: dutyScheduleId('outage', 'month'), about: 'outage' },
    { id: recurringScheduleId('report'), about: 'report' },
  ]) {
    const handle = system.client.schedule.getHandle(id);
    await until(async () => (await casesOf(about)).length === 2);
    await until(async () => (await handle.describe()).info.numActionsTaken === 1);
    // Asked for again, and again: it is open already.
    await handle.backfill({ start: new Date(Date.now() - 60_000), end: new Date(), overlap: 'ALLOW_ALL' });
    await handle.trigger('ALLOW_ALL');
    await until(async () => (await handle.describe()).info.numActionsTaken >= 2);
    await until(async () => (await handle.describe()).info.runningActions.length === 0);
    expect(await casesOf(about)).toEqual([`c-${about}-unit1`, `c-${about}-unit2`]);
    // What a procedure asks the registry for is answered a moment after it is open.
    const tasks = () =>
      system.rows<{ count: number }>('select count(*)::int from task_view where case_id like $1', [`c-${about}-%`]);
    await until(async () => ((await tasks())[0]?.count ?? 0) >= 2);
    expect(await tasks()).toEqual([{ count: 2 }]);
  }
  expect(await system.rows(`select variables from case_view where id = 'c-report-unit2'`)).toMatchObject([
    { variables: { guide: '2026-01', unit: 'unit2' } },
  ]);
  expect(await system.verify()).toMatchObject({ faults: [] });
});

it('no worker on the day: the run waits for one, and means the day it was for', async () => {
  await planned('idle');
  await system.stopWorker();
  await schedule(monthly('idle'), 2);
  const handle = system.client.schedule.getHandle(dutyScheduleId('idle', 'month'));
  await until(async () => (await handle.describe()).info.numActionsTaken === 1);
  expect(await casesOf('idle')).toEqual([]);
  await system.startWorker();
  // The case is there a moment before its obligation says so.
  await until(async () => {
    const rows = await system.rows<{ status: string }>(`select status from duty_occurrence where list_id = 'idle'`);
    return rows.length === 2 && rows.every(({ status }) => status === 'opened');
  });
  expect(await casesOf('idle')).toHaveLength(2);
});

it('a procedure that is not published leaves the obligation with its reason, and the next run opens it', async () => {
  await planned('late');
  await system.rows(`update definition set withdrawn_at = now() where key = 'ZeRenShiXiang'`);
  await schedule(monthly('late'), 1);
  await until(async () => {
    const rows = await system.rows<{ problem: string | null }>(
      `select problem from duty_occurrence where list_id = 'late'`,
    );
    return rows.every(({ problem }) => problem !== null);
  });
  expect(await casesOf('late')).toEqual([]);
  await system.rows(`update definition set withdrawn_at = null where key = 'ZeRenShiXiang'`);
  const handle = system.client.schedule.getHandle(dutyScheduleId('late', 'month'));
  // While the first run is still ending, another one would be left out.
  await until(async () => (await handle.describe()).info.runningActions.length === 0);
  await handle.trigger('SKIP');
  await until(async () => (await casesOf('late')).length === 2);
});
