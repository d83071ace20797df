import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { addDuration, multiplyDuration, parseDuration } from '../../../domain/duration.ts';
import { isoOf, parseInstant } from '../../../domain/instant.ts';

const at = (text: string) => parseInstant(text) ?? NaN;
const after = (start: string, text: string) => {
  const duration = parseDuration(text);
  return duration && isoOf(addDuration(at(start), duration));
};

describe('a duration', () => {
  it.each(['P1Y', 'P10D', 'P3M', 'PT24H', 'P1W', 'P1Y2M3W4DT5H6M7S', '-P1D', '+P1D', 'PT0S', 'P0D', 'PT90M', 'P1MT1M'])(
    'is read from %s as the standard has it',
    (text) => {
      const { years, months, weeks, days, hours, minutes, seconds } = Temporal.Duration.from(text);
      expect(parseDuration(text)).toEqual({ years, months, weeks, days, hours, minutes, seconds });
    },
  );

  it.each([
    ['nothing', ''],
    ['no unit', 'P'],
    ['an empty time', 'PT'],
    ['an empty time behind a day', 'P1DT'],
    ['something behind it', 'P1D junk'],
    ['a line break behind it', 'P1D\n'],
    ['a space before it', ' P1D'],
    ['a unit twice', 'P1M1M'],
    ['units out of order', 'P1D1M'],
    ['a number without unit', 'PT1H30'],
    ['a fraction', 'P1.5D'],
    ['a fraction of a second', 'PT0.5S'],
    ['a decimal comma', 'P1,5D'],
    ['a sign inside', 'P-1D'],
    ['two signs', '--P1D'],
    ['small letters', 'p1d'],
    ['hours without T', 'P1H'],
    ['days behind T', 'PT1D'],
    ['full-width digits', 'P１D'],
    ['more than nine digits', 'P1234567890D'],
    ['two durations', 'P1DP1D'],
  ])('is refused with %s', (_, text) => {
    expect(parseDuration(text)).toBeNull();
  });

  it('is refused or understood exactly as Temporal refuses or understands it, letters and fractions aside', () => {
    const head = fc.constantFrom('', 'P', '-P', '+P', 'PT', 'P1DT');
    const piece = fc.constantFrom('1Y', '2M', '3W', '4D', '5H', '6S', '12M', 'T', 'P', 'D', '1', '-', '+', ' ');
    fc.assert(
      fc.property(head, fc.array(piece, { maxLength: 5 }), (start, pieces) => {
        const text = start + pieces.join('');
        const ours = parseDuration(text);
        expect(ours ? Temporal.Duration.from(ours).toString() : null).toBe(readByTemporal(text));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    [
      'a month from the 31st ends on the last of February',
      '2026-01-31T10:30:00+08:00',
      'P1M',
      '2026-02-28T10:30:00+08:00',
    ],
    ['and in a leap year on the 29th', '2028-01-31T00:00:00+08:00', 'P1M', '2028-02-29T00:00:00+08:00'],
    ['a year from 29 February ends on the 28th', '2024-02-29T00:00:00+08:00', 'P1Y', '2025-02-28T00:00:00+08:00'],
    ['months clamp before days are added', '2026-01-31T00:00:00+08:00', 'P1M1D', '2026-03-01T00:00:00+08:00'],
    ['hours run over midnight', '2026-12-31T22:00:00+08:00', 'PT3H', '2027-01-01T01:00:00+08:00'],
    ['backward', '2026-03-31T00:00:00+08:00', '-P1M', '2026-02-28T00:00:00+08:00'],
    [
      'at the change of day in China, not in Greenwich',
      '2026-01-31T00:30:00+08:00',
      'P1M',
      '2026-02-28T00:30:00+08:00',
    ],
    ['summer time elsewhere does not matter', '2026-03-07T12:00:00+08:00', 'P1D', '2026-03-08T12:00:00+08:00'],
  ])('%s', (_, start, text, end) => {
    expect(after(start, text)).toBe(end);
  });

  it('adds up like Temporal in a fixed +08:00', () => {
    const amount = fc.integer({ min: 0, max: 400 });
    const parts = fc.record({
      years: fc.integer({ min: 0, max: 100 }),
      months: amount,
      weeks: amount,
      days: amount,
      hours: amount,
      minutes: amount,
      seconds: amount,
    });
    const instants = fc.integer({ min: at('1990-01-01'), max: at('2100-01-01') });
    fc.assert(
      fc.property(instants, parts, fc.constantFrom(1, -1), (start, positive, sign) => {
        const duration = multiplyDuration(positive, sign);
        const zoned = Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO('+08:00');
        expect(addDuration(start, duration)).toBe(zoned.add(Temporal.Duration.from(duration)).epochMilliseconds);
      }),
      { numRuns: 2000 },
    );
  });

  it('that leads beyond the year 9999 is refused', () => {
    expect(() => after('2026-01-01', 'P8000Y')).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
    expect(() => after('2026-01-01', 'P999999999D')).toThrow(expect.objectContaining({ code: 'INVALID_DATE' }));
  });
});

function readByTemporal(text: string): string | null {
  try {
    return Temporal.Duration.from(text).toString();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
