import { RE2JS } from 're2js';
import { z } from 'zod';
import type { Defect } from '../../../domain/errors.ts';
import { Form } from './form.ts';
import type { FormSchema } from './form.ts';

const limits = { fields: 200, depth: 6 };
const name = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*$/u, '字段名以文字或 _ 开头，只含文字、数字和 _，如 opinion');
/** The only day that a form can name: that on which it is handed in. */
const today = z.literal('today');
const count = z.int().min(0).max(100_000);
const pattern = z.string().max(500).refine(isPattern, '不是可用的正则表达式（不支持向前查找和反向引用）');

/** JSON Schema as far as the pages can draw it; what they cannot draw is refused, never ignored. */
const fieldSchema: z.ZodType = z.lazy(() =>
  z.strictObject({
    type: z.enum(['string', 'number', 'integer', 'boolean', 'array', 'object']),
    title: z.string().trim().min(1).max(100),
    description: z.string().max(2000).optional(),
    readOnly: z.boolean().optional(),
    default: z.unknown().optional(),
    const: z.union([z.string(), z.number(), z.boolean()]).optional(),
    enum: z.array(z.string().min(1).max(200)).min(1).max(200).optional(),
    format: z.enum(['date', 'date-time', 'email', 'uri']).optional(),
    pattern: pattern.optional(),
    minLength: count.optional(),
    maxLength: count.optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    multipleOf: z.number().positive().optional(),
    minItems: count.optional(),
    maxItems: count.optional(),
    uniqueItems: z.boolean().optional(),
    contains: z.unknown().optional(),
    items: itemSchema.optional(),
    properties: z.record(name, fieldSchema).optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.literal(false).optional(),
    'x-ld-latest': today.optional(),
    'x-ld-earliest': today.optional(),
    'x-ld-labels': z.record(z.string(), z.string().max(200)).optional(),
    'x-ld-widget': z.enum(['textarea', 'attachments', 'agency', 'person']).optional(),
    ...conditions,
  }),
);
/** Items of a list need no name where they are plain values. */
const itemSchema = z.lazy(() => z.union([fieldSchema, withoutTitle]));
const withoutTitle = z.strictObject({
  type: z.enum(['string', 'number', 'integer', 'object']),
  title: z.string().max(100).optional(),
  enum: z.array(z.string()).optional(),
  format: z.enum(['date', 'date-time']).optional(),
  pattern: pattern.optional(),
  minLength: count.optional(),
  maxLength: count.optional(),
  properties: z.record(name, fieldSchema).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.literal(false).optional(),
  'x-ld-latest': today.optional(),
  'x-ld-earliest': today.optional(),
  'x-ld-labels': z.record(z.string(), z.string()).optional(),
  'x-ld-widget': z.enum(['textarea', 'attachments', 'agency', 'person']).optional(),
});
/** Rules between fields: judged by the validator, not drawn. */
const conditions: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  ['if', 'then', 'else', 'allOf', 'anyOf'].map((keyword) => [keyword, z.unknown().optional()]),
);

const formSchema = z.strictObject({
  $schema: z.string().optional(),
  $id: z.string().optional(),
  title: z.string().trim().min(1).max(100),
  description: z.string().max(2000).optional(),
  type: z.literal('object'),
  properties: z.record(name, fieldSchema),
  required: z.array(z.string()).optional(),
  additionalProperties: z.literal(false).optional(),
  'x-ld-outcomes': z.record(z.string().trim().min(1).max(60), z.record(z.string(), z.unknown())).optional(),
  ...conditions,
});

function isPattern(text: string): boolean {
  try {
    RE2JS.compile(text);
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

/** Everything that is wrong with a form that somebody has drawn, each with its place. */
export function defectsOfForm(key: string, schema: FormSchema): readonly Defect[] {
  const read = formSchema.safeParse(schema);
  if (!read.success)
    return read.error.issues.slice(0, 100).map(({ message, path }) => {
      return { code: 'INVALID_FORM', message, path: path.map(String).join('.') };
    });
  const asked = [...outOfReach(schema, ''), ...tooMuch(schema)];
  if (asked.length > 0) return asked;
  try {
    new Form(key, 1, schema).validator();
    return [];
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return [{ code: 'INVALID_FORM', message: `不是可用的 JSON Schema：${error.message}` }];
  }
}

type Part = Readonly<Record<string, unknown>>;
const partsOf = (value: unknown): readonly (readonly [string, Part])[] =>
  typeof value === 'object' && value !== null ? (Object.entries(value) as [string, Part][]) : [];

/** Fields that are demanded and not there. */
function outOfReach(schema: Part, at: string): readonly Defect[] {
  const fields = partsOf(schema['properties']);
  const known = new Set(fields.map(([field]) => field));
  const required = (schema['required'] ?? []) as readonly string[];
  const missing = required
    .filter((field) => !known.has(field))
    .map((field) => ({ code: 'INVALID_FORM', message: `必填的“${field}”不在表单里`, path: `${at}required` }));
  const inside = fields.flatMap(([field, part]) => outOfReach(part, `${at}properties.${field}.`));
  const items = schema['items'] as Part | undefined;
  return [...missing, ...inside, ...(items ? outOfReach(items, `${at}items.`) : [])];
}

function tooMuch(schema: Part): readonly Defect[] {
  const size = (part: Part, depth: number): { fields: number; depth: number } => {
    const inner = [
      ...partsOf(part['properties']).map(([, one]) => one),
      ...(part['items'] ? [part['items'] as Part] : []),
    ];
    const sizes = inner.map((one) => size(one, depth + 1));
    return {
      fields: sizes.reduce((sum, { fields }) => sum + fields, partsOf(part['properties']).length),
      depth: Math.max(depth, ...sizes.map((one) => one.depth)),
    };
  };
  const { fields, depth } = size(schema, 0);
  return [
    ...(fields > limits.fields
      ? [{ code: 'INVALID_FORM', message: `字段 ${fields} 个，超过上限 ${limits.fields} 个` }]
      : []),
    ...(depth > limits.depth
      ? [{ code: 'INVALID_FORM', message: `嵌套 ${depth} 层，超过上限 ${limits.depth} 层` }]
      : []),
  ];
}
