import { z } from 'zod';

/** Why a case stands still, the gravest first. */
export const stallReasons = ['incident', 'overdue', 'away', 'nobody', 'suspended', 'waiting', 'no-clock'] as const;
const reasonSchema = z.enum(stallReasons);

const stalledSchema = z.object({
  reason: reasonSchema,
  level: z.int(),
  caseId: z.string(),
  caseNumber: z.string(),
  caseTitle: z.string(),
  taskId: z.string().nullable(),
  step: z.string(),
  agency: z.string().nullable(),
  role: z.string().nullable(),
  assignee: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Since when it stands. */
  since: z.string(),
});
export type Stalled = z.infer<typeof stalledSchema>;

export const stalledListSchema = z
  .object({
    items: z.array(stalledSchema),
    total: z.int(),
    /** No reason's number is higher than `upTo`. */
    byReason: z.partialRecord(reasonSchema, z.int()),
    upTo: z.int(),
    at: z.string(),
  })
  .meta({ id: 'StalledCases' });
export type StalledList = z.infer<typeof stalledListSchema>;

export const stalledQuerySchema = z.object({
  reason: reasonSchema.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type StalledQuery = z.infer<typeof stalledQuerySchema>;

export const summarySchema = z
  .object({
    at: z.string(),
    running: z.int(),
    overdue: z.int(),
    today: z.int(),
    climbed: z.int(),
    overdueByAgency: z.array(z.object({ agency: z.string().nullable(), level: z.int(), count: z.int() })),
    ahead: z.array(z.object({ dueOn: z.string(), count: z.int() })),
  })
  .meta({ id: 'Dashboard' });
export type Summary = z.infer<typeof summarySchema>;

const stepSchema = z.object({
  definitionKey: z.string(),
  elementId: z.string(),
  name: z.string(),
  done: z.int(),
  medianDays: z.number(),
  longestDays: z.number(),
});

/** Where time goes; of a year's steps, and as of some minutes ago. */
export const stepsSchema = z.object({ at: z.string(), items: z.array(stepSchema) }).meta({ id: 'StepTimes' });
export type Steps = z.infer<typeof stepsSchema>;
