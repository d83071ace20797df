import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { formCheckOf, formOptions } from '../../definitions/form-check.ts';

const check = formCheckOf(new Ajv2020(formOptions), {
  type: 'object',
  properties: { named: { type: 'boolean' }, reason: { type: 'string' } },
  required: ['named'],
  additionalProperties: false,
  'x-ld-outcomes': {
    agree: { type: 'object', properties: { named: { const: true } } },
    refuse: { type: 'object', required: ['reason'] },
  },
});

describe('a form with demands of its outcomes', () => {
  it.each([
    ['without an outcome asks what it always asks', { named: false }, undefined, []],
    ['asks no more for an outcome that demands nothing', { named: false }, 'later', []],
    ['refuses an outcome that the answers do not bear out', { named: false }, 'agree', ['const /named']],
    ['asks for what only this outcome needs', { named: true }, 'refuse', ['required ']],
    [
      'tells what is wrong with the form and with the outcome together',
      { other: 1 },
      'refuse',
      ['required ', 'additionalProperties ', 'required '],
    ],
    ['takes what both allow', { named: true, reason: '已有结论' }, 'refuse', []],
  ])('%s', (_, values, outcome, found) => {
    expect(
      check(values, '2026-03-05', outcome).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`),
    ).toEqual(found);
  });
});

describe('a day of a form against the day on which it is handed in', () => {
  const day = { type: 'string', format: 'date' };
  const found = { ...day, 'x-ld-latest': 'today' };
  const ajv = new Ajv2020(formOptions);
  addFormats.default(ajv);
  const onDays = formCheckOf(ajv, {
    type: 'object',
    properties: {
      foundOn: found,
      dueOn: { ...day, 'x-ld-earliest': 'today' },
      rows: { type: 'array', items: { type: 'object', properties: { foundOn: found } } },
    },
    'x-ld-outcomes': { agree: { type: 'object', properties: { dueOn: { type: 'string', 'x-ld-latest': 'today' } } } },
  });

  it.each([
    ['may be that day', { foundOn: '2026-03-05', dueOn: '2026-03-05' }, undefined, []],
    ['may lie where the form lets it lie', { foundOn: '2025-12-31', dueOn: '2027-01-01' }, undefined, []],
    ['is refused after it', { foundOn: '2026-03-06' }, undefined, ['x-ld-latest /foundOn']],
    ['is refused before it', { dueOn: '2026-03-04' }, undefined, ['x-ld-earliest /dueOn']],
    [
      'is refused within rows at its row',
      { rows: [{}, { foundOn: '2027-01-01' }] },
      undefined,
      ['x-ld-latest /rows/1/foundOn'],
    ],
    ['is refused where only the outcome demands it', { dueOn: '2026-03-06' }, 'agree', ['x-ld-latest /dueOn']],
    ['that is none is told as such', { dueOn: '2026-13-01' }, undefined, ['format /dueOn']],
  ])('%s', (_, values, outcome, found) => {
    expect(
      onDays(values, '2026-03-05', outcome).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`),
    ).toEqual(found);
  });

  it('knows no other day than that of handing in', () => {
    expect(() =>
      formCheckOf(ajv, { type: 'object', properties: { a: { ...day, 'x-ld-latest': '2026-03-05' } } }),
    ).toThrow();
  });
});
