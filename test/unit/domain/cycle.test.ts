import { describe, expect, it } from 'vitest';
import { occurrenceOf, parseCycle } from '../../../domain/cycle.ts';
import { isoOf, parseInstant } from '../../../domain/instant.ts';

const armedAt = parseInstant('2026-01-31T09:00:00+08:00') ?? NaN;

function timesOf(text: string, count: number): (string | null)[] {
  const cycle = parseCycle(text);
  if (!cycle) throw new Error(`${text} is no cycle`);
  return Array.from({ length: count }, (_, index) => {
    const at = occurrenceOf(cycle, armedAt, index + 1);
    return at === null ? null : isoOf(at);
  });
}

describe('a cycle', () => {
  it('without a start comes round an interval after it was armed, as often as it says and no more', () => {
    expect(timesOf('R3/PT10H', 4)).toEqual([
      '2026-01-31T19:00:00+08:00',
      '2026-02-01T05:00:00+08:00',
      '2026-02-01T15:00:00+08:00',
      null,
    ]);
  });

  it('counts months from its start, so that the 31st comes back after February', () => {
    expect(timesOf('R/P1M', 3)).toEqual([
      '2026-02-28T09:00:00+08:00',
      '2026-03-31T09:00:00+08:00',
      '2026-04-30T09:00:00+08:00',
    ]);
  });

  it('with a start comes first at its start', () => {
    expect(timesOf('R2/2026-01-31/P1M', 3)).toEqual(['2026-01-31T00:00:00+08:00', '2026-02-28T00:00:00+08:00', null]);
    expect(timesOf('R5/2026-03-01T08:00:00Z/PT10H', 2)).toEqual([
      '2026-03-01T16:00:00+08:00',
      '2026-03-02T02:00:00+08:00',
    ]);
  });

  it('has no end when it names no number', () => {
    expect(timesOf('R/P1D', 400).at(-1)).toBe('2027-03-07T09:00:00+08:00');
  });

  it.each([
    ['no R', '3/PT10H'],
    ['no interval', 'R3'],
    ['an empty interval', 'R3/'],
    ['no repetitions at all', 'R0/PT10H'],
    ['an interval that stands still', 'R3/PT0S'],
    ['an interval that leads back', 'R3/-PT1H'],
    ['a start that is no time', 'R3/tomorrow/PT1H'],
    ['a start on a day that does not exist', 'R3/2026-02-30/PT1H'],
    ['an end behind the interval', 'R3/PT10H/2026-12-31'],
    ['something behind it', 'R3/PT10H junk'],
    ['a leading zero', 'R03/PT10H'],
  ])('is refused with %s', (_, text) => {
    expect(parseCycle(text)).toBeNull();
  });

  it('has no zeroth time', () => {
    expect(occurrenceOf({ ...forever, repetitions: 1 }, armedAt, 0)).toBeNull();
  });
});

const forever = parseCycle('R/P1D') ?? expect.fail('no cycle');
