import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { formCheckOf, formKeywords } from '../../definitions/form-check.ts';

const check = formCheckOf(new Ajv2020({ allErrors: true, keywords: formKeywords }), {
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
    expect(check(values, outcome).map(({ keyword, instancePath }) => `${keyword} ${instancePath}`)).toEqual(found);
  });
});
