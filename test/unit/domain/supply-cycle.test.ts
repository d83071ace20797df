import { expect, it } from 'vitest';
import { supplyCycleOf } from '../../../domain/supply-cycle.ts';

it.each([
  ['每月', 'month'],
  ['每月10日前', 'month'],
  ['monthly', 'month'],
  ['每季度', 'quarter'],
  ['quarterly', 'quarter'],
  ['每半年', 'half-year'],
  ['half-yearly', 'half-year'],
  ['每年', 'year'],
  ['Yearly', 'year'],
  ['每日', null],
  ['每周', null],
  ['按需', null],
] as const)('data agreed on “%s” are asked for by %s', (agreed, cycle) => {
  expect(supplyCycleOf(agreed)).toBe(cycle);
});
