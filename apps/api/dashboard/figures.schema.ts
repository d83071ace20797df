import { z } from 'zod';
import { scopeSchema } from './board.scope.ts';

/** Figures that may be some minutes old say of when they are. */
const figures = <Item extends z.ZodType>(item: Item, id: string) =>
  z.object({ at: z.string(), items: z.array(item) }).meta({ id });

/** Ages in days of what is under way: upper ends, the last band has none. */
export const ages = [5, 15, 30, 90] as const;

/** 在办与账龄: steps under way by agency and by how long they have been there. */
export const progressSchema = z
  .object({
    at: z.string(),
    bands: z.array(z.object({ from: z.int(), to: z.int().nullable() })),
    /** Steps under way of each band, in the order of `bands`. */
    steps: z.array(z.object({ agency: z.string().nullable(), total: z.int(), counts: z.array(z.int()) })),
    cases: z.object({ total: z.int(), counts: z.array(z.int()) }),
  })
  .meta({ id: 'WorkInProgress' });
export type Progress = z.infer<typeof progressSchema>;

const monthSchema = z.object({
  /** "2026-09" */
  month: z.string(),
  casesOpened: z.int(),
  casesEnded: z.int(),
  stepsDone: z.int(),
  /** Of those with a limit. */
  stepsLate: z.int(),
});
export type Month = z.infer<typeof monthSchema>;
export const throughputSchema = figures(monthSchema, 'Throughput');
export type Throughput = z.infer<typeof throughputSchema>;

const stepSchema = z.object({
  definitionKey: z.string(),
  elementId: z.string(),
  name: z.string(),
  /** Of the last 365 days. */
  done: z.int(),
  late: z.int(),
  medianDays: z.number().nullable(),
  ninetiethDays: z.number().nullable(),
  longestDays: z.number().nullable(),
  /** Now. */
  open: z.int(),
  overdue: z.int(),
  oldestDays: z.number().nullable(),
});
export type StepFigures = z.infer<typeof stepSchema>;

/** Where time goes: without a procedure the slowest steps of all, with one all of its steps. */
export const stepsSchema = figures(stepSchema, 'StepTimes');
export type Steps = z.infer<typeof stepsSchema>;

export const stepsQuerySchema = scopeSchema.extend({ limit: z.coerce.number().int().min(1).max(500).default(15) });
export type StepsQuery = z.infer<typeof stepsQuerySchema>;

const comparedSchema = z.object({
  agency: z.string().nullable(),
  year: z.int(),
  done: z.int(),
  /** Of those with a limit. */
  inTime: z.int(),
  late: z.int(),
  medianDays: z.number(),
});
export type Compared = z.infer<typeof comparedSchema>;

/** Agencies beside one another, over years. */
export const comparisonSchema = figures(comparedSchema, 'Comparison');
export type Comparison = z.infer<typeof comparisonSchema>;
