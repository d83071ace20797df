import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Act } from '../../engine/command.ts';
import { bpmn, end, flows, process as procedure, start, user } from '../support/bpmn.ts';
import { insist, insistOn, mortalSystem, numbersFrom } from './killing.ts';
import type { MortalSystem } from './killing.ts';
import { commandOf, open, publish } from './procedure.ts';
import type { OpenedCase } from './procedure.ts';

/** The same seed kills at the same points: LIANDONG_KILL_SEED=7 vitest run … */
const seed = Number(process.env['LIANDONG_KILL_SEED'] ?? randomInt(1_000_000));

let mortal: MortalSystem;
beforeAll(async () => {
  mortal = await mortalSystem();
  await publish(
    mortal.system,
    bpmn(
      procedure(
        'Records',
        start('s'),
        user('a', { 'ld:records': 'item:items' }),
        user('b'),
        end('e'),
        flows('s>a>b>e'),
      ),
    ),
  );
});
afterAll(() => mortal.stop());

const begun = () => insistOn(() => open(mortal.system, 'Records'));
const withItem = async (): Promise<OpenedCase> => {
  const one = await begun();
  const act: Act = { kind: 'completeTask', taskId: await one.taskOf('a'), variables: { items: [{ title: '甲' }] } };
  await insist(mortal.system, one.id, commandOf(act));
  return one;
};

/** Nothing that a case has asked of another is outstanding. */
async function atRest({ id }: OpenedCase): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const rows = await mortal.system.rows('select id from delivery where case_id = $1 and done_at is null', [id]);
    if (rows.length === 0) return;
    await delay(100);
  }
  throw new Error(`${id} did not come to rest within a minute`);
}

const itemsOf = (id: string) =>
  mortal.system.rows<{ status: string }>(`select status from record_view where case_id = $1 and ledger = 'item'`, [id]);

it(
  `a case ends in one other and a record is in one place, whatever is killed meanwhile (seed ${seed})`,
  { timeout: 240_000, retry: 0 }, // a seed that fails once has found a fault
  async () => {
    console.log(`LIANDONG_KILL_SEED=${seed}`);
    const random = numbersFrom(seed);
    const { system } = mortal;
    for (let point = 0; point < 2; point += 1) {
      const [one, into] = [await withItem(), await begun()];
      const absorb: Act = { kind: 'absorbCase', caseId: one.id, number: one.number };
      const merging = commandOf(absorb, { id: `merge-${point}` });
      await Promise.all([mortal.killSomething(random), insist(system, into.id, merging)]);
      await atRest(into);
      expect([await one.status(), await into.status()]).toEqual(['completed', 'running']);
      expect(await itemsOf(into.id)).toEqual([{ status: 'open' }]);

      const from = await withItem();
      const split: Act = {
        kind: 'splitCase',
        key: 'Records',
        title: '另案',
        records: [{ ledger: 'item', id: 'item-1' }],
      };
      const splitting = commandOf(split, { id: `split-${point}` });
      await Promise.all([mortal.killSomething(random), insist(system, from.id, splitting)]);
      await atRest(from);
      expect(await itemsOf(from.id)).toEqual([{ status: 'moved' }]);
      const opened = await system.rows<{ id: string }>(
        `select other_id as id from link_view where case_id = $1 and kind = 'split-into'`,
        [from.id],
      );
      expect(opened).toHaveLength(1);
      expect(await itemsOf(opened[0]?.id ?? '')).toEqual([{ status: 'open' }]);
    }
    const { faults } = await system.verify();
    expect(faults).toEqual([]);
  },
);
