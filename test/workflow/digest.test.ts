import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newCase } from '../../engine/new-case.ts';
import { digestOf } from '../../workflows/case/digest.ts';

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
