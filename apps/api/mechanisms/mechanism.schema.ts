import { z } from 'zod';

const procedureSchema = z.object({
  key: z.string(),
  name: z.string(),
  /** Null while the procedure is not published. */
  version: z.int().nullable(),
  /** Whether somebody opens it; else others call it. */
  opens: z.boolean(),
  documentation: z.string().nullable(),
  /** Cases that run or are suspended, as far as the caller sees them. */
  open: z.int(),
});

/** A named period with the steps that run under it. `value` is in force now; the law may give none (`confidence` D). */
const periodSchema = z.object({
  key: z.string(),
  name: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  before: z.boolean(),
  start: z.string(),
  clock: z.string(),
  basis: z.string(),
  confidence: z.string(),
  /** Highest rung that lateness climbs. */
  upTo: z.int(),
  steps: z.array(z.object({ procedure: z.string(), elementId: z.string(), name: z.string() })),
});

const summarySchema = z.object({
  key: z.string(),
  name: z.string(),
  english: z.string(),
  purpose: z.string(),
  purposeEnglish: z.string(),
  procedures: z.array(procedureSchema),
  ledgers: z.array(z.string()),
  /** Address of a page of its own. */
  page: z.string().nullable(),
  open: z.int(),
});

export const mechanismListSchema = z
  .object({ items: z.array(summarySchema), nextCursor: z.null(), total: z.int() })
  .meta({ id: 'MechanismList' });
export type MechanismList = z.infer<typeof mechanismListSchema>;
export type MechanismSummary = z.infer<typeof summarySchema>;

export const mechanismSchema = summarySchema.extend({ periods: z.array(periodSchema) }).meta({ id: 'Mechanism' });
export type Mechanism = z.infer<typeof mechanismSchema>;
export type MechanismPeriod = z.infer<typeof periodSchema>;

export const mechanismParametersSchema = z.object({ key: z.string().max(32) });
