import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newCase } from '../../engine/new-case.ts';
import { contradict, digestOf } from '../../workflows/case/digest.ts';

const fresh = newCase({
  caseId: 'c1',
  title: '一件事',
  model: 'P@1',
  trial: false,
  startsOn: '2026-03-02',
  openedBy: null,
  parent: null,
});

it('equal states have equal fingerprints, and states that differ anywhere have different ones', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const [first, second] = [one, other].map((variables) =>
        digestOf({ ...fresh, result: { value: variables as string } }),
      );
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(first === second).toBe(same);
    }),
    { numRuns: 500 },
  );
  const seen = new Set(Array.from({ length: 20_000 }, (_, counter) => digestOf({ ...fresh, counter })));
  expect(seen.size).toBe(20_000);
});

it('the list of handled commands does not count', () => {
  const handled = { k: { bodyHash: 'h', seq: 1, at: 0 } };
  expect(digestOf({ ...fresh, handled })).toBe(digestOf(fresh));
});

it.each([
  ['0123456789abcd', '0123456789abcd', false],
  ['0123456789abcd', '0123456789abce', true],
  ['2:0123456789ab', '2:0123456789ac', true],
  ['0123456789abcd', '2:0123456789ab', false],
])('a fingerprint %s recorded, %s computed: contradicts %s', (recorded, computed, expected) => {
  expect(contradict(recorded, computed)).toBe(expected);
});
