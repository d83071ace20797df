import { z } from 'zod';
import { reasonSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const key = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u);
/** What a rule knows of the value that it judges. */
export const ruleFacts = ['unit', 'period', 'value', 'rows', 'previous', 'lastYear', 'average', 'rank'] as const;
const inputSchema = z
  .strictObject({
    /** How the rule calls it. */
    name: z
      .string()
      .regex(/^[\p{L}_][\p{L}\p{N}_]{0,63}$/u, '名字用文字开头，只含文字、数字和“_”')
      .refine((name) => !ruleFacts.some((fact) => fact === name), '这个名字已有含义'),
    indicator: key,
  })
  .meta({ id: 'RuleInput' });
export type RuleInput = z.infer<typeof inputSchema>;
export const newRuleSchema = z
  .strictObject({
    key,
    name: z.string().trim().min(1).max(200),
    indicator: key,
    /** Other indicators of the same unit and period, known to the rule by their names; null where there is no value. */
    inputs: z.array(inputSchema).max(10).default([]),
    /** FEEL over value, previous, lastYear, average, rank, rows, unit and period: "green", "yellow" or "red". */
    feel: z.string().trim().min(1).max(2000).optional(),
    /** Or a DMN document with one decision, whose outputs are level and, if it has one, reason. */
    dmn: z.string().trim().min(1).max(200_000).optional(),
    reason: reasonSchema,
  })
  .superRefine(({ feel, dmn, inputs }, context) => {
    if ((feel === undefined) === (dmn === undefined))
      context.addIssue({ code: 'custom', path: ['feel'], message: '写表达式或决策表，两者取一' });
    if (new Set(inputs.map(({ name }) => name)).size < inputs.length)
      context.addIssue({ code: 'custom', path: ['inputs'], message: '有两个输入同名' });
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
    inputs: z.array(inputSchema),
    feel: z.string().nullable(),
    dmn: z.string().nullable(),
    /** Why this version was made. */
    reason: z.string(),
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
  /** Rows of the decision table that matched, counted from 1; none for an expression. */
  matched: z.array(z.int()),
  reason: z.string().nullable(),
  /** Values of the other indicators that the rule knows. */
  inputs: z.record(z.string(), z.number().nullable()),
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

export const doubtSchema = z
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
export const doubtQuerySchema = z.object({
  ...pageQuery,
  rule: z.string().max(64).optional(),
  unit: z.string().max(64).optional(),
});
export type DoubtQuery = z.infer<typeof doubtQuerySchema>;
export const ranSchema = z
  .object({ rule: z.string(), period: z.string(), judged: z.int(), raised: z.int(), known: z.int() })
  .meta({ id: 'RanRule' });
export type Ran = z.infer<typeof ranSchema>;
