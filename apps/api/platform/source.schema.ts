import { z } from 'zod';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';
import { jsonSchema, reasonSchema } from '../json.schema.ts';

const name = z.string().regex(/^[\p{L}][\p{L}\p{N}_]{0,63}$/u, '字段名用文字开头，只含文字、数字和“_”');
const shortText = z.string().trim().min(1).max(200);
const fieldSchema = z
  .strictObject({
    name,
    title: shortText,
    type: z.enum(['text', 'number', 'day', 'agency', 'code']),
    required: z.boolean().default(false),
    codes: z.array(z.string().min(1).max(100)).min(1).max(200).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
  })
  .meta({ id: 'DataField' });
export type DataField = z.infer<typeof fieldSchema>;

/** All columns of a source, right among themselves. */
const fieldsSchema = z
  .array(fieldSchema)
  .min(1)
  .max(100)
  .superRefine((fields, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message });
    const twice = (of: 'name' | 'title') => new Set(fields.map((field) => field[of])).size < fields.length;
    if (twice('name')) complain('有两个字段同名');
    if (twice('title')) complain('有两个字段的名称相同');
    for (const { name: field, type, codes } of fields)
      if (type === 'code' && !codes) complain(`“${field}”没有写明可填的值`);
  });

export const newSourceSchema = z
  .strictObject({
    id: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u),
    name: shortText,
    provider: z.string().min(1).max(64),
    purpose: z.string().trim().min(1).max(1000),
    level: shortText,
    cycle: shortText,
    fields: fieldsSchema,
    /** The fields by which a row is known: the same again replaces it. */
    identity: z.array(name).min(1).max(10),
    unitField: name.nullable().default(null),
    dayField: name.nullable().default(null),
    tolerance: z.number().min(0).max(1).default(0.2),
    reason: reasonSchema,
  })
  .superRefine(({ fields, identity, unitField, dayField }, context) => {
    const known = new Map(fields.map((field) => [field.name, field]));
    const complain = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    for (const one of identity) if (!known.has(one)) complain('identity', `没有字段“${one}”`);
    if (unitField !== null && known.get(unitField)?.type !== 'agency') complain('unitField', '应是单位类型的字段');
    if (dayField !== null && known.get(dayField)?.type !== 'day') complain('dayField', '应是日期类型的字段');
  });
export type NewSource = z.infer<typeof newSourceSchema>;

/** What the catalogue says, agreed anew; `fields`: all columns, those that are there under their names and of their types. */
export const changeSourceSchema = z.strictObject({
  name: shortText.optional(),
  purpose: z.string().trim().min(1).max(1000).optional(),
  level: shortText.optional(),
  cycle: shortText.optional(),
  tolerance: z.number().min(0).max(1).optional(),
  fields: fieldsSchema.optional(),
  reason: z.string().trim().min(1, '写明理由').max(500),
});
export type ChangeSource = z.infer<typeof changeSourceSchema>;
/** Of columns only those that differ. */
const changedValues = z.record(z.string(), z.union([z.string(), z.number(), z.array(fieldSchema)]));
const sourceChangeSchema = z
  .object({ before: changedValues, after: changedValues, by: z.string(), at: z.string(), reason: z.string() })
  .meta({ id: 'DataSourceChange' });
export type SourceChange = z.infer<typeof sourceChangeSchema>;
export const sourceChangesSchema = listOf(sourceChangeSchema, 'DataSourceChanges');
export type SourceChanges = z.infer<typeof sourceChangesSchema>;

const qualitySchema = z
  .object({
    rows: z.int(),
    accepted: z.int(),
    unchanged: z.int(),
    superseded: z.int(),
    quarantined: z.int(),
    filled: z.record(z.string(), z.number()),
    faults: z.array(z.object({ field: z.string(), code: z.string(), count: z.int() })),
  })
  .meta({ id: 'DataQuality' });

export const sourceSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    provider: z.string(),
    purpose: z.string(),
    level: z.string(),
    cycle: z.string(),
    fields: z.array(fieldSchema),
    identity: z.array(z.string()),
    unitField: z.string().nullable(),
    dayField: z.string().nullable(),
    tolerance: z.number(),
    hasKey: z.boolean(),
    rows: z.int(),
    quarantined: z.int(),
    lastBatchAt: z.string().nullable(),
    mayKeep: z.boolean(),
  })
  .meta({ id: 'DataSource' });
export type Source = z.infer<typeof sourceSchema>;
export const sourcesSchema = listOf(sourceSchema, 'DataSources');
export type Sources = z.infer<typeof sourcesSchema>;
export const keyOrderSchema = z.strictObject({ reason: reasonSchema });
export type KeyOrder = z.infer<typeof keyOrderSchema>;
/** Shown once; only its hash is kept. */
export const keySchema = z.object({ key: z.string() }).meta({ id: 'DataSourceKey' });

export const batchSchema = z
  .object({
    id: z.string(),
    source: z.string(),
    name: z.string(),
    via: z.enum(['file', 'http']),
    /** It had come before: nothing changed. */
    repeated: z.boolean(),
    dryRun: z.boolean(),
    quality: qualitySchema,
    receivedBy: z.string(),
    receivedAt: z.string(),
  })
  .meta({ id: 'DataBatch' });
export type Batch = z.infer<typeof batchSchema>;
export const batchesSchema = listOf(batchSchema, 'DataBatches');
export type Batches = z.infer<typeof batchesSchema>;

export const batchQuerySchema = z.object({ dryRun: flag.default(false) });
export const pageSchema = z.object(pageQuery);
export type PageQuery = z.infer<typeof pageSchema>;

export const deliverySchema = z.strictObject({
  name: shortText.default('HTTP'),
  rows: z.array(z.record(z.string(), jsonSchema)).min(1).max(20_000),
});
export type Delivery = z.infer<typeof deliverySchema>;

export const rowsQuerySchema = z.object({
  ...pageQuery,
  batch: z.string().max(64).optional(),
  status: z.enum(['accepted', 'unchanged', 'quarantined', 'superseded', 'discarded']).optional(),
});
export type RowsQuery = z.infer<typeof rowsQuerySchema>;
const faultSchema = z.object({ field: z.string(), code: z.string(), value: z.string() });
const rowSchema = z.object({
  batch: z.string(),
  row: z.int(),
  status: z.string(),
  unit: z.string().nullable(),
  day: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  faults: z.array(faultSchema),
  supersededBy: z.string().nullable(),
  handledBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export const rowsSchema = listOf(rowSchema, 'DataRows');
export type Row = z.infer<typeof rowSchema>;
export type Rows = z.infer<typeof rowsSchema>;

/** A quarantined row is put right, or left out for good. */
export const handleSchema = z.strictObject({
  row: z.int().min(1),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  reason: z.string().trim().min(1).max(500),
});
export type Handle = z.infer<typeof handleSchema>;
export const handledSchema = z
  .object({ status: z.enum(['accepted', 'unchanged', 'discarded']) })
  .meta({ id: 'HandledRow' });
export type Handled = z.infer<typeof handledSchema>;
