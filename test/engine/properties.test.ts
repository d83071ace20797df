import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance } from '../../engine/advance.ts';
import type { Command } from '../../engine/command.ts';
import type { Instance } from '../../engine/state.ts';
import { blocks, drawn, tasksOf } from '../support/blocks.ts';
import { everyone, modelOf, play, type Play } from '../support/run.ts';

/** At rest a scope counts exactly the instances inside it, and every task, wait and timer belongs to a living instance. */
function expectSound(one: Play): void {
  const { instances, tasks, waits, alarms } = one.state;
  const all = Object.values(instances);
  for (const { id, active, parent } of all) {
    expect([id, active]).toEqual([id, all.filter((other) => other.parent === id).length]);
    if (parent !== null) expect(instances).toHaveProperty(parent);
  }
  const open = Object.values(tasks).filter(({ status }) => status === 'open');
  for (const { instance } of open) expect(instances).toHaveProperty(instance);
  for (const { instance } of Object.values(waits)) expect(instances).toHaveProperty(instance);
  for (const { instance, firedAt, cancelled } of Object.values(alarms)) {
    if (instance !== null && firedAt === null && !cancelled) expect(instances).toHaveProperty(instance);
  }
  const working = all.filter((instance) => isLeaf(instance, all));
  expect(open).toHaveLength(working.length);
}

const isLeaf = ({ id }: Instance, all: readonly Instance[]): boolean => !all.some(({ parent }) => parent === id);

describe('generated sound processes', () => {
  it('end after exactly their tasks, in whatever order these are done: no token is lost or doubled', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, fc.infiniteStream(fc.nat(1000)), async (block, picks) => {
        const one = play(await modelOf(...drawn(block))).start();
        let completed = 0;
        for (const pick of picks) {
          expectSound(one);
          const open = Object.values(one.state.tasks).filter(({ status }) => status === 'open');
          const chosen = open[pick % open.length];
          if (!chosen) break;
          one.send({ kind: 'completeTask', taskId: chosen.id });
          completed += 1;
        }
        one.expectEnded();
        expect(completed).toBe(tasksOf(block));
      }),
      { numRuns: 60 },
    );
  });

  it('stay sound and end when messages interrupt them', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, fc.infiniteStream(fc.nat(1000)), async (block, picks) => {
        const one = play(await modelOf(...drawn(block))).start();
        for (const pick of picks) {
          expectSound(one);
          const open = Object.values(one.state.tasks).filter(({ status }) => status === 'open');
          const chosen = open[pick % open.length];
          if (!chosen) break;
          if (pick % 3 === 0 && Object.keys(one.state.waits).length > 0) one.message('Stop');
          else one.send({ kind: 'completeTask', taskId: chosen.id });
        }
        one.expectEnded();
      }),
      { numRuns: 60 },
    );
  });

  it('advance gives the same answer twice', async () => {
    await fc.assert(
      fc.asyncProperty(blocks, async (block) => {
        const one = play(await modelOf(...drawn(block))).start();
        const [task] = Object.values(one.state.tasks);
        if (!task) return;
        const command: Command = {
          kind: 'completeTask',
          taskId: task.id,
          id: 'x',
          bodyHash: '',
          actor: everyone,
          receivedAt: one.now,
        };
        const environment = { models: one.models, rulebook: one.rulebook };
        const first = advance(environment, one.state, command, one.now);
        expect(JSON.stringify(advance(environment, JSON.parse(JSON.stringify(one.state)), command, one.now))).toBe(
          JSON.stringify(first),
        );
      }),
      { numRuns: 25 },
    );
  });
});
