import { describe, expect, it } from 'vitest';
import { figuresOf, petitionAnalysis } from '../../../domain/petition-analysis.ts';

const petition = (more: object = {}) => ({
  unit: 'unit1',
  topic: '财务资金',
  channel: '来信',
  named: false,
  aboutHead: false,
  repeat: false,
  ...more,
});
const several = (count: number, more: object = {}) => Array.from({ length: count }, () => petition(more));

describe('a period of petitions', () => {
  it('stands beside the one before, unit by unit', () => {
    const now = [...several(5), ...several(3, { unit: 'unit2' })];
    expect(petitionAnalysis(now, several(4), 3).byUnit).toEqual([
      { name: 'unit1', count: 5, share: 62.5, previous: 4 },
      { name: 'unit2', count: 3, share: 37.5, previous: null },
    ]);
    expect(petitionAnalysis(now, [], 3).byUnit.map(({ previous }) => previous)).toEqual([0, 0]);
  });

  it.each<[string, readonly ReturnType<typeof petition>[], number | null]>([
    ['none', several(5), 0],
    ['all', several(5, { named: true }), 5],
    ['enough of both', [...several(3, { named: true }), ...several(3)], 3],
    ['so few that they could be inferred', [...several(2, { named: true }), ...several(5)], null],
    ['so many that the rest could be inferred', [...several(5, { named: true }), ...several(1)], null],
  ])('tells how many gave their name: %s', (_, petitions, expected) => {
    expect(figuresOf(petitions, 3).named).toBe(expected);
  });
});
