import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newCase } from '../../engine/new-case.ts';
import { contradicts, digestOf, wholeDigestOf } from '../../workflows/case/digest.ts';

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

const later = { ...fresh, format: 3 as never };
it.each([
  ['of this release, the same state', digestOf(fresh), fresh, false],
  ['of this release, another state', digestOf({ ...fresh, counter: 1 }), fresh, true],
  ['of the first release, the same state', wholeDigestOf(fresh), fresh, false],
  ['of the first release, another state', wholeDigestOf({ ...fresh, counter: 1 }), fresh, true],
  ['of a later format, another state', digestOf({ ...later, counter: 1 }), later, true],
  ['of another format: nothing can be said', digestOf(fresh), later, false],
])('a fingerprint %s', (_, recorded, state, expected) => {
  expect(contradicts(recorded, state)).toBe(expected);
});

it('a state that has lost its members without value in passing through text is the same', () => {
  const given = { ...fresh, root: undefined as never };
  expect(digestOf(JSON.parse(JSON.stringify(given)))).toBe(digestOf(given));
});
