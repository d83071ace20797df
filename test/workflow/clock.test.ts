import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bpmn, catches, end, flows, process, start, timer, user } from '../support/bpmn.ts';
import { days, open, publish } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await publish(
    system,
    bpmn(process('Due', start('s'), user('a', { 'ld:due': 'P10D' }), user('b'), end('e'), flows('s>a>b>e'))),
    bpmn(process('Wait', start('s'), catches('w', timer({ duration: 'PT2S' })), user('a'), end('e'), flows('s>w>a>e'))),
  );
});
afterAll(() => system.stop());

interface AlarmRow {
  readonly id: string;
  readonly kind: string;
  readonly level: number | null;
  readonly at: Date;
  readonly fired_at: Date | null;
  readonly cancelled: boolean;
  readonly overtaken: boolean;
}
const alarmsOf = (id: string) =>
  system.rows<AlarmRow>(
    `select id, kind, level, at, fired_at, cancelled, overtaken from alarm_view where case_id = $1 order by at, id`,
    [id],
  );
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds()) return;
    await delay(50);
  }
  throw new Error('it did not come about within 30 s');
};

describe('a trial that is moved on', () => {
  it('rings every alarm once, in order and at its moment, and tells its opener', async () => {
    const trial = await open(system, 'Due', { trial: true });
    const planned = await alarmsOf(trial.id);
    expect(planned.length).toBeGreaterThan(2);
    await trial.fastForward(days(60));
    const rung = await alarmsOf(trial.id);
    expect(rung.every(({ fired_at }) => fired_at !== null)).toBe(true);
    for (const { at, fired_at } of rung) expect((fired_at?.getTime() ?? 0) - at.getTime()).toBeLessThan(60_000);
    const fired = await system.rows<{ at: Date }>(
      `select at from timeline where case_id = $1 and kind = 'alarm-fired' order by seq, position`,
      [trial.id],
    );
    expect(fired).toHaveLength(rung.length);
    await until(async () => {
      const [told] = await system.rows<{ count: number }>(
        `select count(*)::int as count from notice where case_id = $1 and person_id = 'cdi.intake'`,
        [trial.id],
      );
      return (told?.count ?? 0) >= 1;
    });
    expect(await system.verify()).toMatchObject({ faults: [] });
  });

  it('moves reminders and ladder with the due day when it is extended, and a restarted worker knows it', async () => {
    const trial = await open(system, 'Due', { trial: true });
    const before = await alarmsOf(trial.id);
    await trial.send({ kind: 'extendTask', taskId: await trial.taskOf('a'), by: 'P5D' });
    const dueOf = (rows: AlarmRow[]) =>
      rows.find(({ kind, cancelled }) => kind === 'due' && !cancelled)?.at.getTime() ?? 0;
    const extended = await alarmsOf(trial.id);
    expect(dueOf(extended) - dueOf(before)).toBe(days(5));
    await system.stopWorker();
    await system.startWorker();
    await trial.fastForward(days(11));
    const [task] = await system.rows<{ level: number }>(
      `select level from task_view where case_id = $1 and element_id = 'a'`,
      [trial.id],
    );
    expect(task?.level).toBe(0);
    await trial.fastForward(days(5));
    expect(
      (await alarmsOf(trial.id)).find(({ kind, cancelled }) => kind === 'due' && !cancelled)?.fired_at,
    ).not.toBeNull();
    expect(await system.verify()).toMatchObject({ faults: [] });
  });

  it('is in time when the command was received in time, although the alarm rang first', async () => {
    const trial = await open(system, 'Due', { trial: true });
    const due = (await alarmsOf(trial.id)).find(({ kind }) => kind === 'due')?.at.getTime() ?? 0;
    await trial.fastForward(days(11));
    const taskId = await trial.taskOf('a');
    await trial.send({ kind: 'completeTask', taskId }, { receivedAt: due - 1000 });
    const overtaken = (await alarmsOf(trial.id)).filter((alarm) => alarm.overtaken);
    expect(overtaken.map(({ kind }) => kind)).toContain('due');
  });
});

describe('an alarm', () => {
  it('that came due while no worker ran rings once, late, and its journal says when it was due', async () => {
    const one = await open(system, 'Wait');
    await system.stopWorker();
    await delay(3_500);
    await system.startWorker();
    await until(async () => (await one.openTasks()).includes('a'));
    const [alarm, ...more] = await alarmsOf(one.id);
    expect(more).toEqual([]);
    const late = (alarm?.fired_at?.getTime() ?? 0) - (alarm?.at.getTime() ?? 0);
    expect(late).toBeGreaterThan(1_000);
    const fired = await system.rows<{ data: Record<string, unknown> }>(
      `select data from timeline where case_id = $1 and kind = 'alarm-fired'`,
      [one.id],
    );
    expect(fired).toMatchObject([{ data: { at: alarm?.at.getTime(), late: expect.any(Boolean) } }]);
    expect(await system.verify()).toMatchObject({ faults: [] });
  });
});
