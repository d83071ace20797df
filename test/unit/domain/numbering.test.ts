import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatNumber, parseNumber } from '../../../domain/numbering.ts';

it('a document number has its year in six-angle brackets and no leading zero', () => {
  expect(formatNumber({ series: '联纪', year: 2026, number: 101 })).toBe('联纪\u30142026\u3015101号');
  expect(formatNumber({ series: '陶党审办发', year: 2025, number: 5 })).toBe('陶党审办发〔2025〕5号');
});

it.each([
  ['square brackets', '联纪[2026]101号'],
  ['lenticular brackets', '联纪【2026】101号'],
  ['a leading zero', '联纪〔2026〕01号'],
  ['第', '联纪〔2026〕第1号'],
  ['a short year', '联纪〔26〕1号'],
  ['no series', '〔2026〕1号'],
  ['no 号', '联纪〔2026〕1'],
  ['a number of nothing', '联纪〔2026〕0号'],
  ['a space', '联 纪〔2026〕1号'],
])('with %s it is none', (_, text) => {
  expect(parseNumber(text)).toBeNull();
});

it.each([
  [{ series: '', year: 2026, number: 1 }],
  [{ series: '联纪', year: 26, number: 1 }],
  [{ series: '联纪', year: 2026, number: 0 }],
  [{ series: '联纪', year: 2026, number: 1.5 }],
  [{ series: '第', year: 2026, number: 1 }],
])('%o cannot be written as one', (parts) => {
  expect(() => formatNumber(parts)).toThrow(expect.objectContaining({ code: 'INVALID_NUMBER' }));
});

it('what is written is read again', () => {
  const parts = fc.record({
    series: fc.constantFrom('联纪', '巡察办函', '审移'),
    year: fc.integer({ min: 2000, max: 2100 }),
    number: fc.integer({ min: 1, max: 99_999 }),
  });
  fc.assert(
    fc.property(parts, (number) => {
      expect(parseNumber(formatNumber(number))).toEqual(number);
    }),
  );
});
