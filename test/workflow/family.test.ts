import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bpmn, call, end, flows, forMessage, process, receive, send, start, user } from '../support/bpmn.ts';
import { days, open, openedCase, publish } from './procedure.ts';
import type { OpenedCase } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';
import { clockOf } from '../../workflows/trial-clock.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await publish(
    system,
    bpmn(process('Clue', start('s'), user('handle', { 'ld:due': 'P5D' }), end('e'), flows('s>handle>e'))),
    bpmn(
      process(
        'Parent',
        start('s'),
        user('before', { 'ld:due': 'P20D' }),
        call('track', 'Clue', { 'ld:case': 'child' }),
        user('after'),
        end('e'),
        flows('s>before>track>after>e'),
      ),
    ),
    bpmn(process('Inline', start('s'), call('sub', 'Clue'), user('after'), end('e'), flows('s>sub>after>e'))),
    bpmn(process('Lost', start('s'), call('sub', 'NoSuchProcedure'), end('e'), flows('s>sub>e'))),
    bpmn(process('Sender', start('s'), user('a'), send('tell', ...forMessage('Found')), end('e'), flows('s>a>tell>e'))),
    bpmn(
      process(
        'Receiver',
        start('s'),
        receive('hear', ...forMessage('Found')),
        user('b'),
        end('e'),
        flows('s>hear>b>e'),
      ),
    ),
  );
});
afterAll(() => system.stop());

const atRest = async (family: string): Promise<void> => {
  for (let tries = 0; tries < 400; tries += 1) {
    const pending = await system.rows('select id from delivery where family = $1 and done_at is null', [family]);
    if (pending.length === 0) return;
    await delay(25);
  }
  throw new Error('the family did not come to rest within 10 s');
};
async function childOf(parent: OpenedCase): Promise<OpenedCase> {
  const [child] = await system.rows<{ id: string; number: string }>(
    'select id, number from case_view where parent_id = $1',
    [parent.id],
  );
  if (!child) throw new Error('there is no child');
  return openedCase(system, child);
}

describe('a track of another agency', () => {
  it('is a case of its own with its own number, and its end brings the parent on', async () => {
    const parent = await open(system, 'Parent');
    await parent.complete('before');
    await atRest(parent.id);
    const child = await childOf(parent);
    expect(child.number).not.toBe(parent.number);
    expect(await child.openTasks()).toEqual(['handle']);
    expect(await parent.openTasks()).toEqual([]);
    const [row] = await system.rows('select number, status from child_view where case_id = $1', [parent.id]);
    expect(row).toEqual({ number: child.number, status: 'running' });
    await child.complete('handle');
    await atRest(parent.id);
    expect(await child.status()).toBe('completed');
    expect(await parent.openTasks()).toEqual(['after']);
    expect(await system.verify()).toMatchObject({ faults: [] });
  });

  it('of a real case does not belong to who opened the parent', async () => {
    const parent = await open(system, 'Parent');
    await parent.complete('before');
    await atRest(parent.id);
    const [row] = await system.rows('select opened_by from case_view where parent_id = $1', [parent.id]);
    expect(row).toEqual({ opened_by: null });
  });

  it('opened in a trial begins at its parent’s clock, and the family moves on together', async () => {
    const parent = await open(system, 'Parent', { trial: true });
    await parent.fastForward(days(15));
    await parent.complete('before');
    await atRest(parent.id);
    const child = await childOf(parent);
    const [opened] = await system.rows<{ opened_at: Date; due_at: Date }>(
      'select opened_at, due_at from task_view where case_id = $1',
      [child.id],
    );
    expect((opened?.opened_at.getTime() ?? 0) - Date.now()).toBeGreaterThan(days(14.9));
    await parent.fastForward(days(30));
    const clocks = await Promise.all([parent, child].map(({ id }) => clockOf(system.client, id)));
    expect(Math.abs((clocks[0] ?? 0) - (clocks[1] ?? 0))).toBeLessThan(60_000);
    const late = await system.rows(
      `select a.id from alarm_view a where a.case_id = $1 and (a.fired_at is null or a.fired_at - a.at > interval '1 minute')
         and not a.cancelled and a.at < $2`,
      [child.id, new Date(clocks[1] ?? 0)],
    );
    expect(late).toEqual([]);
    const order = await system.rows<{ at: Date }>(
      `select a.at from alarm_view a join case_view c on c.id = a.case_id
       where c.family = $1 and a.fired_at is not null order by a.fired_at`,
      [parent.id],
    );
    expect(order.map(({ at }) => at.getTime())).toEqual(order.map(({ at }) => at.getTime()).toSorted((a, b) => a - b));
    expect(await system.verify()).toMatchObject({ faults: [] });
  });

  it('ends with its parent when that is cancelled', async () => {
    const parent = await open(system, 'Parent', { trial: true });
    await parent.complete('before');
    await atRest(parent.id);
    const child = await childOf(parent);
    const refused = await parent.send({ kind: 'cancelCase' }).then(
      () => null,
      (error: { code: string }) => error.code,
    );
    if (refused === null) {
      await atRest(parent.id);
      expect(await child.status()).toBe('cancelled');
    } else {
      expect(refused).toBe('OPEN_TRACKS');
      expect(await child.status()).toBe('running');
    }
  });
});

describe('a called procedure', () => {
  it('is the newest in force, and its tasks are the caller’s', async () => {
    const one = await open(system, 'Inline');
    await atRest(one.id);
    expect(await one.openTasks()).toEqual(['handle']);
    await one.complete('handle');
    expect(await one.openTasks()).toEqual(['after']);
  });

  it('that does not exist is an incident', async () => {
    const one = await open(system, 'Lost');
    await atRest(one.id);
    expect(await one.status()).toBe('incident');
    expect(await system.rows('select element_id from incident_view where case_id = $1', [one.id])).toEqual([
      { element_id: 'sub' },
    ]);
  });
});

describe('a message between cases', () => {
  it('reaches the one that waits for it, and never a real case from a trial', async () => {
    const receiver = await open(system, 'Receiver');
    const trial = await open(system, 'Sender', { trial: true });
    await trial.complete('a');
    await atRest(trial.id);
    expect(await receiver.openTasks()).toEqual([]);
    const sender = await open(system, 'Sender');
    await sender.complete('a');
    await atRest(sender.id);
    expect(await receiver.openTasks()).toEqual(['b']);
    expect(await system.verify()).toMatchObject({ faults: [] });
  });
});
