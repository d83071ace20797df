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
]);
const definitionSchema = z
  .strictObject({
    measure: measureSchema,
    filters: z.array(filterSchema).max(10).default([]),
    period: z.enum(indicatorPeriods),
    unit: z.string().max(20).default(''),
    better: z.enum(['lower', 'higher']).default('lower'),
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
    mayKeep: z.boolean(),
  })
  .meta({ id: 'Indicator' });
export type Indicator = z.infer<typeof indicatorSchema>;
export const indicatorsSchema = listOf(indicatorSchema, 'Indicators');
export type Indicators = z.infer<typeof indicatorsSchema>;

export const keyParameterSchema = z.object({ key: z.string().min(1).max(64) });
export const valuesQuerySchema = z.object({
  year: z.coerce.number().int().min(1990).max(2200).optional(),
  unit: z.string().max(64).optional(),
});
export type ValuesQuery = z.infer<typeof valuesQuerySchema>;

/** A unit's value in a period, beside its own before and all others. */
const valueSchema = z
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

export const behindQuerySchema = z.object({
  ...pageQuery,
  unit: z.string().min(1).max(64),
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/),
});
export type BehindQuery = z.infer<typeof behindQuerySchema>;
