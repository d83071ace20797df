import { expect, it } from 'vitest';
import { ecologyOf } from '../../../domain/ecology.ts';

const model = {
  parts: [
    { indicator: 'single', weight: 2, full: 0, zero: 100 },
    { indicator: 'talks', weight: 1, full: 4, zero: 0 },
  ],
  yellow: 80,
  red: 60,
};

it.each<[string, Record<string, number>, number, string, readonly number[]]>([
  ['everything in order', { single: 0, talks: 4 }, 100, 'green', [100, 100]],
  ['half-way, weighted', { single: 50, talks: 4 }, 66.67, 'yellow', [50, 100]],
  ['beyond what earns nothing', { single: 130, talks: 1 }, 8.33, 'red', [0, 25]],
  ['more than full', { single: 0, talks: 9 }, 100, 'green', [100, 100]],
])('the score of a unit with %s', (_, values, score, level, points) => {
  const found = ecologyOf(model, new Map(Object.entries(values)));
  expect(found).toMatchObject({ score, level, missing: [] });
  expect(found?.parts.map((part) => part.points)).toEqual(points);
});

it('an indicator without a value leaves its weight to the others, and says so', () => {
  expect(ecologyOf(model, new Map([['talks', 2]]))).toMatchObject({ score: 50, level: 'red', missing: ['single'] });
  expect(ecologyOf(model, new Map())).toBeNull();
});
