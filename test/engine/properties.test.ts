import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseError } from '../../domain/errors.ts';
import { advance } from '../../engine/advance.ts';
import type { Act, Command } from '../../engine/command.ts';
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
  const working = new Set(open.map(({ instance }) => instance));
  expect(all.filter((instance) => isLeaf(instance, all)).map(({ id }) => id)).toEqual(
    all.filter(({ id }) => working.has(id)).map(({ id }) => id),
  );
}

/** A refused command changes nothing. */
function isAccepted(one: Play, act: Act): boolean {
  const { state } = one;
  try {
    one.send(act);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CaseError);
    expect(one.state).toBe(state);
    return false;
  }
}

/** What somebody might try, in turn, until it is accepted. */
function actsOf(one: Play, kind: number, pick: number, other: number): readonly Act[] {
  const { tasks, trail } = one.state;
  const open = Object.values(tasks).filter(({ status }) => status === 'open');
  const { id: taskId = '' } = open[pick % open.length] ?? {};
  const turned = <T>(list: readonly T[]): readonly T[] => [...list.slice(other % 7), ...list.slice(0, other % 7)];
  switch (kind) {
    case 0:
    case 1:
    case 2: {
      const siblings = other % 2 === 0 ? 'keep' : 'cancel';
      return turned(open).flatMap(({ id }) =>
        turned(trail).map(
          ({ element }) => ({ kind: 'returnTask', taskId: id, toElementId: element, siblings }) as const,
        ),
      );
    }
    case 3:
      return turned(trail).map((past) => ({ kind: 'withdrawTask', taskId: past.taskId }) as const);
    case 4: {
      const position = (['before', 'parallel', 'after'] as const)[other % 3] ?? 'after';
      return [{ kind: 'addSigner', taskId, users: [`u${other}`], position }];
    }
    case 5:
      return [{ kind: 'message', name: 'Stop' }];
    case 6:
      return [{ kind: 'transferTask', taskId, to: `u${other}` }];
    default:
      return [{ kind: 'completeTask', taskId }];
  }
}

const isLeaf = ({ id }: Instance, all: readonly Instance[]): boolean => !all.some(({ parent }) => parent === id);

/** More of them: `SOAK_RUNS=5000 vitest run --project engine test/engine/properties.test.ts`; a failure prints its seed. */
const runs = Number(process.env['SOAK_RUNS'] ?? 25);

describe('generated sound processes', { timeout: 60_000 + runs * 1_000 }, () => {
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
      { numRuns: runs },
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
      { numRuns: runs },
    );
  });

  it('survive whatever an office does to their steps', async () => {
    await fc.assert(
      fc.asyncProperty(
        blocks,
        fc.array(fc.tuple(fc.nat(9), fc.nat(1000), fc.nat(1000)), { minLength: 8, maxLength: 25 }),
        async (block, acts) => {
          const one = play(await modelOf(...drawn(block))).start();
          for (const [kind, pick, other] of acts) {
            expectSound(one);
            if (one.state.status !== 'running') break;
            for (const act of actsOf(one, kind, pick, other)) if (isAccepted(one, act)) break;
          }
          for (let left = 500; left > 0 && one.state.status === 'running'; left -= 1) {
            expectSound(one);
            expect(one.incidents()).toEqual([]);
            const [first] = Object.values(one.state.tasks).filter(({ status }) => status === 'open');
            one.send({ kind: 'completeTask', taskId: first?.id ?? '' });
          }
          one.expectEnded();
        },
      ),
      { numRuns: runs },
    );
  });

  it('advance gives the same answer twice, and its state survives JSON', async () => {
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
        expect(JSON.parse(JSON.stringify(first.state))).toStrictEqual(first.state);
        expect(JSON.stringify(advance(environment, JSON.parse(JSON.stringify(one.state)), command, one.now))).toBe(
          JSON.stringify(first),
        );
      }),
      { numRuns: runs },
    );
  });
});
