import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRequested } from '../../../domain/sample-request.ts';
import { drawSample } from '../../../domain/sample.ts';
import type { SampleMember, SampleRule } from '../../../domain/sample.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const rule: SampleRule = { share: 20, drawsLeft: null, seed: '春·秋' };
const people = (count: number, more: Partial<SampleMember> = {}): SampleMember[] =>
  Array.from({ length: count }, (_, index) => ({ id: `gb-${index}`, name: `第 ${index} 位`, ...more }));
const draw = (frame: readonly SampleMember[], more: Partial<SampleRule> = {}) =>
  drawSample(frame, { ...rule, ...more }, digest);
const chosenOf = (frame: readonly SampleMember[], more: Partial<SampleRule> = {}) =>
  draw(frame, more)
    .members.filter(({ chosen }) => chosen)
    .map(({ id }) => id);

describe('a sample', () => {
  it.each([
    ['a fifth of ten', people(10), {}, 2],
    ['a fifth of eleven, rounded up', people(11), {}, 3],
    ['a fifth of one', people(1), {}, 1],
    ['all who wait in the last draw of a term', people(10), { drawsLeft: 1 }, 10],
    ['a share of those who wait, when that is more', people(30), { drawsLeft: 3 }, 10],
    [
      'the share, when hardly anyone waits',
      [...people(10, { covered: true }), { id: 'z', name: '新' }],
      { drawsLeft: 4 },
      3,
    ],
    ['all who must, when they are more', people(10, { must: '巡察点名' }), {}, 10],
    ['nobody of a share of nothing', people(3), { share: 0 }, 0],
  ])('has %s', (_, frame, more, size) => {
    expect(chosenOf(frame, more)).toHaveLength(size);
  });

  it('can be drawn by hand: the lowest digests of seed and id', () => {
    const byHand = people(10).map(({ id }) => ({ id, lot: digest(`春·秋|${id}`) }));
    const lowest = byHand.toSorted((a, b) => (a.lot < b.lot ? -1 : 1)).slice(0, 2);
    expect(chosenOf(people(10))).toEqual(lowest.map(({ id }) => id));
  });

  it('takes those who must first, then those whose turn is outstanding', () => {
    const had = people(4, { covered: true });
    const frame = [...had, { id: 'w', name: '未轮到' }, { id: 'm', name: '点名', must: '信访集中', covered: true }];
    expect(draw(frame, { share: 50 }).members.slice(0, 3)).toMatchObject([
      { id: 'm', chosen: true, reason: '必选：信访集中' },
      { id: 'w', chosen: true, reason: '尚未轮到，抽签' },
      { chosen: true, reason: '已轮到过，抽签补足比例' },
    ]);
  });

  it('says how its size came about', () => {
    expect(draw(people(30), { drawsLeft: 3 }).explanation).toBe(
      '总体 30 个，比例 20% 不少于 6 个；必选 0 个；任期内连同本次还有 3 次、未轮到 30 个，本次不少于 10 个；共抽取 10 个',
    );
  });

  it.each<[string, SampleMember[], Partial<SampleRule>, string]>([
    ['nobody to draw from', [], {}, 'EMPTY_FRAME'],
    ['somebody twice', [...people(1), ...people(1)], {}, 'TWICE_IN_FRAME'],
    ['no seed', people(2), { seed: ' ' }, 'NO_SEED'],
    ['more than all', people(2), { share: 101 }, 'WRONG_SHARE'],
    ['no number', people(2), { share: Number.NaN }, 'WRONG_SHARE'],
    ['half a draw left', people(2), { drawsLeft: 0.5 }, 'WRONG_TERM'],
  ])('is refused with %s', (_, frame, more, code) => {
    expect(() => draw(frame, more)).toThrow(expect.objectContaining({ code }));
  });

  const frames = fc
    .integer({ min: 1, max: 60 })
    .chain((count) =>
      fc.tuple(
        ...people(count).map((member) =>
          fc
            .record({ covered: fc.boolean(), must: fc.constantFrom(null, null, null, '点名') })
            .map((more) => ({ ...member, ...more })),
        ),
      ),
    );

  it('does not depend on the order of the frame, and another seed gives another order', () => {
    fc.assert(
      fc.property(frames, fc.string({ minLength: 1 }), (frame, seed) => {
        fc.pre(seed.trim() !== '');
        expect(draw(frame.toReversed(), { seed })).toEqual(draw(frame, { seed }));
      }),
    );
  });

  it('drawn every year of a term it holds its fifth each time, and everybody has had a turn at the end', () => {
    fc.assert(
      fc.property(frames, fc.integer({ min: 1, max: 5 }), (frame, years) => {
        const had = new Set(frame.filter(({ covered }) => covered).map(({ id }) => id));
        for (let left = years; left >= 1; left -= 1) {
          const now = frame.map((member) => ({ ...member, covered: had.has(member.id) }));
          const chosen = chosenOf(now, { drawsLeft: left, seed: `${left}` });
          expect(chosen.length).toBeGreaterThanOrEqual(frame.length / 5);
          for (const id of chosen) had.add(id);
        }
        expect(frame.filter(({ id }) => !had.has(id))).toEqual([]);
      }),
    );
  });
});

it.each([
  ['no frame', { words: ['a'], share: 20 }],
  ['a frame that is no list', { frame: 'all', words: ['a'], share: 20 }],
  ['a member without a name', { frame: [{ id: 'a' }], words: ['a'], share: 20 }],
  ['a share in words', { frame: people(3), words: ['a'], share: '20%' }],
  ['draws that are no number', { frame: people(3), words: ['a'], share: 20, drawsLeft: 'two' }],
])('WRONG_INPUT: a draw with %s is refused', (_, input) => {
  expect(() => sampleRequested(input, digest)).toThrow(expect.objectContaining({ code: 'WRONG_INPUT' }));
});
