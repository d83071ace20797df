import { expect, it } from 'vitest';
import { recusalReasons } from '../../../domain/recusal.ts';
import type { Tied } from '../../../domain/recusal.ts';

const tied = (
  id: string,
  units: readonly (readonly [string, string, string | null])[],
  charges: string[] = [],
): Tied => ({
  id,
  units: units.map(([unit, since, until]) => ({ id: unit, since, until })),
  charges,
});

const on = '2026-06-01';
it.each<[string, Tied, Tied, readonly string[]]>([
  ['oneself', tied('a', []), tied('a', []), ['self']],
  ['nobody one has to do with', tied('a', [['x', '2020-01-01', null]]), tied('b', [['y', '2020-01-01', null]]), []],
  ['a colleague', tied('a', [['x', '2020-01-01', null]]), tied('b', [['x', '2026-01-01', null]]), ['same-unit']],
  [
    'a colleague of two years ago',
    tied('a', [['x', '2020-01-01', '2024-12-31']]),
    tied('b', [['x', '2020-01-01', null]]),
    ['served-together'],
  ],
  [
    'a colleague of ten years ago',
    tied('a', [['x', '2010-01-01', '2016-12-31']]),
    tied('b', [['x', '2010-01-01', null]]),
    [],
  ],
  [
    'somebody of a unit one is in charge of',
    tied('a', [], ['x']),
    tied('b', [['x', '2020-01-01', null]]),
    ['in-charge'],
  ],
  ['one’s own leader', tied('a', [['x', '2020-01-01', null]]), tied('b', [], ['x']), ['subordinate']],
])('from %s one steps back accordingly', (_, one, subject, reasons) => {
  expect(recusalReasons(one, subject, on)).toEqual(reasons);
});
