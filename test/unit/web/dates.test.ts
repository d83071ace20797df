import { describe, expect, it } from 'vitest';
import { dayText, endText, longDayText, momentText, typedDay } from '../../../apps/web/src/time/dates.ts';

describe('a date as officials type it', () => {
  it.each([
    ['2026-3-5', '2026-03-05'],
    ['2026年3月5日', '2026-03-05'],
    ['2026/3/5', '2026-03-05'],
    ['20260305', '2026-03-05'],
    [' 2026-03-05 ', '2026-03-05'],
    ['2026-2-29', null],
    ['2026', null],
    ['三月五日', null],
  ])('%s', (typed, expected) => {
    expect(typedDay(typed)).toBe(expected);
  });
});

describe('a date as people read it', () => {
  it('has its weekday this year and its year in another', () => {
    expect(dayText('2026-09-18', '2026-01-01', 'zh')).toBe('9月18日(周五)');
    expect(dayText('2027-01-04', '2026-01-01', 'zh')).toBe('2027年1月4日');
    expect(dayText('2026-09-18', '2026-01-01', 'en')).toBe('18 Sep (Fri)');
  });

  it('is written without padding in documents', () => {
    expect(longDayText('2026-09-08', 'zh')).toBe('2026年9月8日');
  });

  it('is told in the time of China wherever the reader is', () => {
    expect(momentText('2026-09-18T18:30:00Z', '2026-01-01', 'zh')).toBe('9月19日(周六) 02:30');
  });

  it('ends at 24:00, not at midnight of the next', () => {
    expect(endText('2026-09-19T00:00:00+08:00', '2026-01-01', 'zh')).toBe('9月18日(周五) 24:00');
  });
});
