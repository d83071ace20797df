import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { trail } from '../../../apps/web/src/words/zh/trail.ts';

it('every command that a journal can hold has a word in the trail', () => {
  const source = readFileSync(new URL('../../../engine/command.ts', import.meta.url), 'utf8');
  const kinds = [...source.matchAll(/kind: ((?:'\w+'(?: \| )?)+)/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/'(\w+)'/g)].map(([, kind]) => kind),
  );
  expect(kinds.length).toBeGreaterThan(40);
  expect(kinds.filter((kind) => kind !== undefined && !(kind in trail.trail.kinds))).toEqual([]);
});
