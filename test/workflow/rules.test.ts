import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addReleasedRules, loadRulebook } from '../../database/rulebook.queries.ts';
import { loadRulebook as rulebookFiles } from '../../definitions/load.ts';
import { fromPool } from '../../database/queryable.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { days, open, publish } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  const due = { 'ld:due': 'P5D', 'ld:counting': 'working' };
  await publish(system, bpmn(process('Due', start('s'), user('a', due), end('e'), flows('s>a>e'))));
});
afterAll(() => system.stop());

it('a case that no roll-out has reached takes a newer calendar after its next step, once, and moves its due day', async () => {
  const one = await open(system, 'Due', { startsOn: '2027-03-01' });
  const dueOn = async () => {
    const [task] = await system.rows<{ due: string }>(
      `select to_char(due_on, 'YYYY-MM-DD') as due from task_view where case_id = $1`,
      [one.id],
    );
    return task?.due ?? '';
  };
  const before = await dueOn();
  const off = [1, 2, 3].map((count) => civilDateOf(Date.parse(`${before}T00:00:00+08:00`) - days(count)));
  await system.rows(
    `insert into calendar (agency_id, version, years, loaded_at)
     select agency_id, version + 1, jsonb_set(years, array[$1], $2), now() from calendar where agency_id = 'default'`,
    [before.slice(0, 4), JSON.stringify({ off: [...off, before], work: [], source: '试验通知' })],
  );
  // A worker that starts knows the newest rules at once; one that runs learns of them within seconds.
  await system.stopWorker();
  await system.startWorker();
  await one.send({ kind: 'setVariables', variables: { note: '下一步' } });
  for (let tries = 0; tries < 200 && (await dueOn()) === before; tries += 1) await delay(25);
  expect((await dueOn()) > before).toBe(true);
  await one.send({ kind: 'setVariables', variables: { note: '再一步' } });
  const changes = await system.rows(`select seq from timeline where case_id = $1 and kind = 'rulebook-changed'`, [
    one.id,
  ]);
  expect(changes).toHaveLength(1);
  expect(await system.verify()).toMatchObject({ faults: [] });
});

it('a newer release adds the periods that are lacking, and leaves those that somebody has changed', async () => {
  const db = fromPool(system.pool);
  const before = await loadRulebook(db);
  await system.rows(
    `insert into rule_set (version, periods, ladders, changed_at)
     select version + 1, jsonb_set(periods - 'P02', '{P01,value}', '2'), ladders - 'audit', now()
     from rule_set order by version desc limit 1`,
  );
  expect(await addReleasedRules(db, rulebookFiles(), new Date())).toBe(2);
  const after = await loadRulebook(db);
  expect(after.periods).toMatchObject({ P01: { value: 2 }, P02: { value: 15 } });
  expect(after.ladders['audit']).toEqual(before.ladders['audit']);
  expect(await addReleasedRules(db, rulebookFiles(), new Date())).toBe(0);
});
