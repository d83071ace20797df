import { describe, expect, it } from 'vitest';
import { feelDepartures } from '../../apps/local/docs/feel-departures.ts';
import type { Json } from '../../engine/command.ts';
import { tckCases } from '../support/tck.ts';

/** Numbers within the kit's tolerance. */
function near(a: Json, b: Json): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a));
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  const [left, right] = [Object.entries(a as object), b as Readonly<Record<string, Json>>];
  return left.length === Object.keys(right).length && left.every(([key, one]) => near(one as Json, right[key] ?? null));
}

describe('the DMN technology compatibility kit', () => {
  it('is met but for the departures that docs/bpmn.md explains', { timeout: 300_000 }, async () => {
    const cases = tckCases();
    expect(cases.length).toBe(3495);
    const failed: string[] = [];
    for (const { id, expected, run } of cases) {
      // What the kit expects to be null may be refused at publication here.
      const met = await run().then(
        (value) => near(expected, value),
        () => expected === null,
      );
      if (!met) failed.push(id);
    }
    expect(failed.filter((id) => !feelDepartures.some(({ cases: pattern }) => pattern.test(id)))).toEqual([]);
    expect(feelDepartures.filter(({ cases: pattern }) => !failed.some((id) => pattern.test(id)))).toEqual([]);
    expect(1 - failed.length / cases.length).toBeGreaterThan(0.91);
  });
});
