import { expect, it } from 'vitest';
import { casesNamedIn } from '../../apps/api/codec/cases-named.ts';

const id = 'c-0123456789abcdef01234567';

it.each([
  ['a case', `{"caseId":"${id}"}`, [id]],
  ['a child and its parent', `case:${id}-12`, [id, `${id}-12`]],
  ['several', `${id} c-ffffffffffffffffffffffff`, [id, 'c-ffffffffffffffffffffffff']],
  ['the same one twice', `${id},${id}`, [id]],
  ['nothing', 'c-0123 c-0123456789abcdef0123456Z', []],
])('finds the cases that opened contents speak of: %s', (_, text, found) => {
  expect(casesNamedIn(text)).toEqual(found);
});
