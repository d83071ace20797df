import { z } from 'zod';
import { reasonSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const key = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u);
const field = z.string().min(1).max(64);
const shortText = z.string().trim().min(1).max(200);
const value = z.union([z.string().max(500), z.number()]);
const indicatorPeriods = ['month', 'quarter', 'year'] as const;

const filterSchema = z.discriminatedUnion('op', [
  z.strictObject({ field, op: z.enum(['eq', 'ne', 'lt', 'le', 'gt', 'ge']), value }),
  z.strictObject({ field, op: z.literal('in'), values: z.array(value).min(1).max(100) }),
  z.strictObject({ field, op: z.enum(['empty', 'filled']) }),
]);
export type IndicatorFilter = z.infer<typeof filterSchema>;

const measureSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('count') }),
  z.strictObject({ kind: z.enum(['sum', 'average', 'max', 'min', 'distinct']), field }),
  /** Of all rows that pass the filters, the percentage that passes these too. */
  z.strictObject({ kind: z.literal('share'), of: z.array(filterSchema).min(1).max(10) }),
  /** The sum of one field as a percentage of the sum of another. */
  z.strictObject({ kind: z.literal('ratio'), field, over: field }),
]);
const viewSchema = z
  .strictObject({
    as: z.enum(['line', 'bar', 'ranking', 'table']).default('bar'),
    compare: z.enum(['units', 'years']).default('units'),
  })
  .meta({ id: 'IndicatorView' });
const definitionSchema = z
  .strictObject({
    measure: measureSchema,
    filters: z.array(filterSchema).max(10).default([]),
    period: z.enum(indicatorPeriods),
    unit: z.string().max(20).default(''),
    better: z.enum(['lower', 'higher']).default('lower'),
    /** Fields by which a value may be taken apart. */
    dimensions: z.array(field).max(5).optional(),
    /** How it is drawn at first. */
    view: viewSchema.optional(),
  })
  .meta({ id: 'IndicatorDefinition' });
export type IndicatorDefinition = z.infer<typeof definitionSchema>;

export const newIndicatorSchema = z.strictObject({
  key,
  name: shortText,
  source: key,
  definition: definitionSchema,
  reason: reasonSchema,
});
export type NewIndicator = z.infer<typeof newIndicatorSchema>;

export const indicatorSchema = z
  .object({
    key: z.string(),
    version: z.int(),
    name: z.string(),
    source: z.string(),
    definition: definitionSchema,
    madeBy: z.string(),
    madeAt: z.string(),
    /** Why it was made or changed. */
    reason: z.string(),
    mayKeep: z.boolean(),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof indicatorSchema>;
export const indicatorsSchema = listOf(indicatorSchema, 'Indicators');
export type Indicators = z.infer<typeof indicatorsSchema>;

export const keyParameterSchema = z.object({ key: z.string().min(1).max(64) });
const year = z.coerce.number().int().min(1990).max(2200);
const version = z.coerce.number().int().min(1).optional();
export const valuesQuerySchema = z
  .object({
    year: year.optional(),
    /** First of several years; the year itself if absent. */
    since: year.optional(),
    unit: z.string().max(64).optional(),
    version,
  })
  .refine(
    ({ year: last, since }) => last === undefined || since === undefined || (since <= last && last - since < 10),
    {
      message: '起始年度不能晚于年度，最多十年',
      path: ['since'],
    },
  );
export type ValuesQuery = z.infer<typeof valuesQuerySchema>;

/** A unit's value in a period, beside its own before and all others. */
export const valueSchema = z
  .object({
    unit: z.string(),
    period: z.string(),
    value: z.number(),
    rows: z.int(),
    previous: z.number().nullable(),
    lastYear: z.number().nullable(),
    average: z.number(),
    rank: z.int(),
  })
  .meta({ id: 'IndicatorValue' });
export type IndicatorValue = z.infer<typeof valueSchema>;
export const valuesSchema = z
  .object({ indicator: z.string(), version: z.int(), year: z.int(), items: z.array(valueSchema) })
  .meta({ id: 'IndicatorValues' });
export type IndicatorValues = z.infer<typeof valuesSchema>;

/** A definition that is not saved yet, over the data there are. */
export const previewSchema = z.strictObject({
  source: key,
  definition: definitionSchema,
  year,
  since: year.optional(),
});
export type Preview = z.infer<typeof previewSchema>;
export const previewedSchema = z
  .object({ year: z.int(), rows: z.int(), items: z.array(valueSchema) })
  .meta({ id: 'IndicatorPreview' });
export type Previewed = z.infer<typeof previewedSchema>;

const period = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/, '应写作 2026、2026-Q1 或 2026-01');
const onePart = {
  unit: z.string().min(1).max(64).optional(),
  version,
};
export const behindQuerySchema = z
  .object({
    ...pageQuery,
    ...onePart,
    period,
    dimension: field.optional(),
    /** The value of the dimension; absent: rows that have none. */
    part: z.string().max(500).optional(),
  })
  .refine(({ dimension, part }) => part === undefined || dimension !== undefined, {
    message: '没有写明是哪个维度的值',
    path: ['part'],
  });
export type BehindQuery = z.infer<typeof behindQuerySchema>;

export const partsQuerySchema = z.object({ ...onePart, period, dimension: field });
export type PartsQuery = z.infer<typeof partsQuerySchema>;
const partSchema = z.object({ part: z.string(), value: z.number(), rows: z.int() }).meta({ id: 'IndicatorPart' });
export const partsSchema = z
  .object({ indicator: z.string(), dimension: z.string(), period, items: z.array(partSchema) })
  .meta({ id: 'IndicatorParts' });
export type Parts = z.infer<typeof partsSchema>;
