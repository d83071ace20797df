import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CaseError } from '../../domain/errors.ts';
import { advance } from '../../engine/advance.ts';
import type { Act, Actor, Command } from '../../engine/command.ts';
import { actsOf } from '../support/acts.ts';
import { blocks, drawn, tasksOf } from '../support/blocks.ts';
import { faultsOf, untold } from '../support/invariants.ts';
import { everyone, modelOf, person, play, type Play } from '../support/run.ts';

function expectSound(one: Play): void {
  expect([...faultsOf(one.state, one.models), ...untold(one.state, one.entries)]).toEqual([]);
}

/** A refused command changes nothing. */
function isAccepted(one: Play, act: Act, as: Actor): boolean {
  const { state } = one;
  try {
    one.send(act, { as, reason: '试' });
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(CaseError);
    expect(one.state).toBe(state);
    return false;
  }
}

/** Resumes and completes whatever is open until the case has ended. */
function finish(one: Play): void {
  if (one.state.status === 'suspended') one.send({ kind: 'resumeCase' });
  for (let left = 1000; left > 0 && one.state.status === 'running'; left -= 1) {
    expectSound(one);
    expect(one.incidents()).toEqual([]);
    const [first] = Object.values(one.state.tasks).filter(({ status }) => status === 'open' || status === 'suspended');
    if (first?.status === 'suspended') one.send({ kind: 'resumeTask', taskId: first.id });
    const [outcome] = first?.outcomes ?? [];
    one.send({ kind: 'completeTask', taskId: first?.id ?? '', ...(outcome ? { outcome } : {}) });
  }
  one.expectEnded();
  expectSound(one);
}

/** More of them: `SOAK_RUNS=5000 vitest run --project engine test/engine/properties.test.ts`; a failure prints its seed. */
const runs = Number(process.env['SOAK_RUNS'] ?? 25);
const actors = [everyone, person('u1', 'r'), person('u2', 'r')] as const;

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
        fc.array(fc.tuple(fc.nat(1000), fc.nat(1000), fc.nat(1000)), { minLength: 8, maxLength: 30 }),
        async (block, acts) => {
          const model = await modelOf(...drawn(block));
          const elements = Object.keys(model.elements);
          const one = play(model).start();
          for (const [kind, pick, other] of acts) {
            expectSound(one);
            if (one.state.status === 'completed') break;
            const as = actors[pick % actors.length] ?? everyone;
            for (const act of actsOf(one.state, { kind, pick, other }, elements)) if (isAccepted(one, act, as)) break;
            one.move('P1D');
          }
          finish(one);
          expect(one.again().state).toEqual(one.state);
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
