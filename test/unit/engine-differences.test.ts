import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { outdated, unexplained } from '../../apps/local/docs/engine-differences.ts';
import type { Difference } from '../../apps/local/docs/engine-differences.ts';

const { differences } = JSON.parse(
  readFileSync(new URL('../conformance-operaton/results.json', import.meta.url), 'utf8'),
) as { differences: readonly Difference[] };

it('every difference that was seen when Operaton played the same files is explained, and nothing else', () => {
  expect(differences.length).toBeGreaterThan(10);
  expect(unexplained('operaton', differences)).toEqual([]);
  expect(outdated('operaton', differences)).toEqual([]);
});
