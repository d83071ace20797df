import type { OpeningCycle } from './opening-cycle.ts';

const words: readonly (readonly [RegExp, OpeningCycle])[] = [
  [/^(每个?月|按月|月报|monthly|every month)/i, 'month'],
  [/^(每个?季|按季|季报|quarterly|every quarter)/i, 'quarter'],
  [/^(每半年|半年报|half-yearly|every half)/i, 'half-year'],
  [/^(每年|按年|年报|每年度|yearly|annually|every year)/i, 'year'],
];

/**
 * The cycle that a source's data are asked for in, read from what was agreed in words: “每月”, “每季度十日前”. Null where they are
 * not asked for: oftener than monthly, or on request.
 */
export const supplyCycleOf = (agreed: string): OpeningCycle | null =>
  words.find(([pattern]) => pattern.test(agreed.trim()))?.[1] ?? null;
