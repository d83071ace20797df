import { expect, it } from 'vitest';
import { newProcedureOf } from '../../../apps/web/src/recurring/new-procedure-body.ts';

it('a recurring procedure that is typed in is sent with its audience, and its variables line by line', () => {
  const typed = { id: 'monthly', kind: 'agencies', agencies: 'insp,audit', opens: '10日' };
  const variables = 'year = =year\n\nguide=三重一大决策\nstrict = true\ncount = 3\n没有等号';
  expect(newProcedureOf({ ...typed, variables })).toEqual({
    id: 'monthly',
    opens: '10日',
    audience: { kind: 'agencies', agencies: ['insp', 'audit'], role: null },
    variables: { year: '=year', guide: '三重一大决策', strict: true, count: 3, 没有等号: '' },
  });
  expect(newProcedureOf({ kind: 'holders', role: 'unit.head' })).toEqual({
    audience: { kind: 'holders', agencies: [], role: 'unit.head' },
    variables: {},
  });
});
