import type { FieldSchema } from '../../task/form-schema.ts';

/** Kinds of fields as people think of them. */
export const fieldKinds = [
  'text',
  'long',
  'number',
  'integer',
  'date',
  'moment',
  'yesNo',
  'choice',
  'many',
  'agency',
  'agencies',
  'person',
  'people',
  'texts',
  'files',
  'rows',
  'group',
] as const;
export type FieldKind = (typeof fieldKinds)[number];

const code = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[A-Za-z][A-Za-z0-9._-]*$' } as const;

/** A field of each kind as JSON Schema; what is said besides (title, limits) stands beside it. */
const made: Readonly<Record<FieldKind, FieldSchema>> = {
  text: { type: 'string', minLength: 1, maxLength: 200 },
  long: { type: 'string', minLength: 1, maxLength: 4000, 'x-ld-widget': 'textarea' },
  number: { type: 'number' },
  integer: { type: 'integer' },
  date: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  yesNo: { type: 'boolean' },
  choice: { type: 'string', enum: ['1', '2'], 'x-ld-labels': { 1: '甲', 2: '乙' } },
  many: {
    type: 'array',
    items: { type: 'string', enum: ['1', '2'], 'x-ld-labels': { 1: '甲', 2: '乙' } },
    minItems: 1,
    maxItems: 100,
  },
  agency: { ...code, 'x-ld-widget': 'agency' },
  agencies: { type: 'array', items: { ...code, 'x-ld-widget': 'agency' }, minItems: 1, maxItems: 100 },
  person: { ...code, 'x-ld-widget': 'person' },
  people: { type: 'array', items: { ...code, 'x-ld-widget': 'person' }, minItems: 1, maxItems: 100 },
  texts: { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, minItems: 1, maxItems: 200 },
  files: {
    type: 'array',
    items: { type: 'string', minLength: 1, maxLength: 100 },
    maxItems: 50,
    'x-ld-widget': 'attachments',
  },
  rows: {
    type: 'array',
    items: {
      type: 'object',
      properties: { text: { type: 'string', title: '内容', minLength: 1, maxLength: 2000 } },
      required: ['text'],
    },
    minItems: 1,
    maxItems: 200,
  },
  group: { type: 'object', properties: {}, required: [] },
};

/** What a field of the schema is to people; `other` can be shown and kept, not edited. */
export function kindOf(field: FieldSchema): FieldKind | 'other' {
  const widget = field['x-ld-widget'];
  if (widget === 'attachments') return 'files';
  if (widget === 'agency' || widget === 'person') return widget;
  switch (field.type) {
    case 'boolean':
      return 'yesNo';
    case 'number':
    case 'integer':
      return field.type;
    case 'object':
      return 'group';
    case 'array':
      return kindOfList(field.items ?? {});
    case 'string':
      if (field.enum) return 'choice';
      if (field.format === 'date') return 'date';
      if (field.format === 'date-time') return 'moment';
      return widget === 'textarea' ? 'long' : 'text';
    default:
      return 'other';
  }
}

function kindOfList(items: FieldSchema): FieldKind | 'other' {
  if (items.type === 'object') return 'rows';
  if (items.enum) return 'many';
  if (items['x-ld-widget'] === 'agency') return 'agencies';
  if (items['x-ld-widget'] === 'person') return 'people';
  return items.type === 'string' ? 'texts' : 'other';
}

/** The field as another kind: its name for people stays, what only the old kind had goes. */
export const asKind = ({ title, readOnly }: FieldSchema, kind: FieldKind): FieldSchema => ({
  ...made[kind],
  title: title ?? '',
  ...(readOnly ? { readOnly } : {}),
  ...(made[kind].items ? { items: { title: title ?? '', ...made[kind].items } } : {}),
});

/** The choices of a field that has some: the code and what people read. */
export function choicesOf(field: FieldSchema): readonly (readonly [string, string])[] {
  const holder = field.type === 'array' ? (field.items ?? {}) : field;
  return (holder.enum ?? []).map((one) => [one, holder['x-ld-labels']?.[one] ?? one]);
}

export function withChoices(field: FieldSchema, choices: readonly (readonly [string, string])[]): FieldSchema {
  const given = { enum: choices.map(([one]) => one), 'x-ld-labels': Object.fromEntries(choices) };
  return field.type === 'array' ? { ...field, items: { ...field.items, ...given } } : { ...field, ...given };
}
