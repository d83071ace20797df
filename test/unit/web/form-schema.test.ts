import { describe, expect, it } from 'vitest';
import { answersOf, missingIn, newItem } from '../../../apps/web/src/task/form-schema.ts';
import type { FieldSchema } from '../../../apps/web/src/task/form-schema.ts';

const list = (more: Partial<FieldSchema> = {}): FieldSchema => ({
  type: 'object',
  properties: {
    items: { type: 'array', items: { type: 'object', properties: { title: { type: 'string' } } }, ...more },
  },
  required: ['items'],
});

describe('a list that must be given', () => {
  it.each([
    ['and may be empty is handed in empty', list(), { items: [] }, []],
    ['and may not be empty is missing', list({ minItems: 1 }), {}, ['items']],
  ])('%s', (_, schema, answers, missing) => {
    expect(answersOf(schema, {})).toEqual(answers);
    expect(missingIn(schema, answersOf(schema, {}))).toEqual(missing);
  });
});

it('an entry about a record that must be named begins with what its field begins with', () => {
  const id = { type: 'string', pattern: '^clue-[0-9]+$', default: 'clue-1' } as const;
  const items = { type: 'object', properties: { id, status: { type: 'string' } } } as const;
  expect(newItem({ type: 'array', items: { ...items, required: ['id'] } })).toEqual({ id: 'clue-1' });
  expect(newItem({ type: 'array', items })).toEqual({});
});
