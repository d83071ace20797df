import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blocks, drawn, tasksOf } from '../support/blocks.ts';
import { end, flows, start, sub, type Content } from '../support/bpmn.ts';
import { begun, to } from '../support/migrating.ts';
import type { Play } from '../support/run.ts';

/** The whole process inside one more sub-process. */
const wrapped = (parts: readonly Content[]): readonly Content[] => [
  start('outer_s'),
  sub('outer', ...parts),
  end('outer_e'),
  flows('outer_s>outer>outer_e'),
];

/** A scope counts exactly what stands in it. */
function expectCounted(one: Play): void {
  const all = Object.values(one.state.instances);
  for (const { id, active } of all)
    expect([id, active]).toEqual([id, all.filter(({ parent }) => parent === id).length]);
}

/** Completes tasks in some order; answers how many. */
function completeSome(one: Play, picks: readonly number[]): number {
  let done = 0;
  for (const pick of picks) {
    const open = Object.values(one.state.tasks).filter(({ status }) => status === 'open');
    const task = open[pick % Math.max(open.length, 1)];
    if (!task) break;
    one.send({ kind: 'completeTask', taskId: task.id });
    done += 1;
  }
  return done;
}

const isOver = ({ state }: Play): boolean => state.status === 'completed';

const runs = Number(process.env['SOAK_RUNS'] ?? 25);
const anywhere = fc.array(fc.nat(50), { maxLength: 12 });

it(
  'a generated sound process put into a sub-process and out again, anywhere on its way, comes to the same end',
  { timeout: 60_000 + runs * 1_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(blocks, anywhere, anywhere, async (block, before, between) => {
        const parts = drawn(block);
        const one = await begun(parts);
        let done = completeSome(one, before);
        if (isOver(one)) return;
        await to(one, wrapped(parts));
        expectCounted(one);
        done += completeSome(one, between);
        if (!isOver(one)) {
          await to(one, parts, {}, 3);
          expectCounted(one);
        }
        done += completeSome(
          one,
          Array.from({ length: 200 }, () => 0),
        );
        expect([one.state.status, done]).toEqual(['completed', tasksOf(block)]);
        expect(one.state.instances).toEqual({});
      }),
      { numRuns: runs },
    );
  },
);
