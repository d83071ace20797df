import { z } from 'zod';
import { reasonSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const key = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u);
export const newRuleSchema = z.strictObject({
  key,
  name: z.string().trim().min(1).max(200),
  indicator: key,
  /** FEEL over value, previous, lastYear, average, rank, rows, unit and period: "green", "yellow" or "red". */
  feel: z.string().trim().min(1).max(2000),
  reason: reasonSchema,
});
export type NewRule = z.infer<typeof newRuleSchema>;

const learntSchema = z
  .object({ valid: z.int(), falseAlarms: z.int(), unchecked: z.int(), precision: z.number().nullable() })
  .meta({ id: 'RuleExperience' });
export const ruleSchema = z
  .object({
    key: z.string(),
    version: z.int(),
    name: z.string(),
    indicator: z.string(),
    feel: z.string(),
    status: z.enum(['trial', 'on', 'off']),
    madeBy: z.string(),
    madeAt: z.string(),
    /** What people found of its hits, of this version. */
    learnt: learntSchema,
    mayKeep: z.boolean(),
  })
  .meta({ id: 'WarningRule' });
export type Rule = z.infer<typeof ruleSchema>;
export const rulesSchema = listOf(ruleSchema, 'WarningRules');
export type Rules = z.infer<typeof rulesSchema>;

export const yearSchema = z.strictObject({ year: z.int().min(1990).max(2200), reason: reasonSchema });
export type Year = z.infer<typeof yearSchema>;
export const switchSchema = z.strictObject({ status: z.enum(['on', 'off']), reason: reasonSchema });
export type Switch = z.infer<typeof switchSchema>;
export const runSchema = z.strictObject({
  period: z.string().regex(/^\d{4}(-(0[1-9]|1[0-2]|Q[1-4]))?$/),
  reason: reasonSchema,
});
export type Run = z.infer<typeof runSchema>;

const hitSchema = z.object({
  unit: z.string(),
  period: z.string(),
  level: z.enum(['yellow', 'red']),
  value: z.number(),
  average: z.number(),
  previous: z.number().nullable(),
  lastYear: z.number().nullable(),
  rows: z.int(),
  /** What people found where it was a doubt before, of whatever version. */
  found: z.enum(['valid', 'false-alarm']).nullable(),
});
export const triedSchema = z
  .object({
    rule: z.string(),
    version: z.int(),
    year: z.int(),
    judged: z.int(),
    green: z.int(),
    hits: z.array(hitSchema),
    learnt: learntSchema,
  })
  .meta({ id: 'TriedRule' });
export type Tried = z.infer<typeof triedSchema>;

const doubtSchema = z
  .object({
    id: z.string(),
    rule: z.string(),
    ruleVersion: z.int(),
    indicator: z.string(),
    unit: z.string(),
    period: z.string(),
    level: z.enum(['yellow', 'red']),
    facts: z.record(z.string(), z.unknown()),
    rows: z.array(z.tuple([z.string(), z.int()])),
    caseId: z.string(),
    status: z.string(),
    raisedAt: z.string(),
  })
  .meta({ id: 'Doubt' });
export type Doubt = z.infer<typeof doubtSchema>;
export const doubtsSchema = listOf(doubtSchema, 'Doubts');
export type Doubts = z.infer<typeof doubtsSchema>;
export const doubtQuerySchema = z.object({ ...pageQuery, rule: z.string().max(64).optional() });
export type DoubtQuery = z.infer<typeof doubtQuerySchema>;
export const ranSchema = z
  .object({ rule: z.string(), period: z.string(), judged: z.int(), raised: z.int(), known: z.int() })
  .meta({ id: 'RanRule' });
export type Ran = z.infer<typeof ranSchema>;
