import { z } from 'zod';
import { scopeSchema } from './board.scope.ts';

/** Why a case stands still, the gravest first. */
export const stallReasons = [
  'incident',
  'vacant',
  'overdue',
  'away',
  'nobody',
  'suspended',
  'waiting',
  'no-clock',
] as const;
const reasonSchema = z.enum(stallReasons);

/** A step of a case, as every list of the board shows it; without a step where the case itself stands. */
const rowSchema = {
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
};

const stalledSchema = z.object({
  reason: reasonSchema,
  ...rowSchema,
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

export const stalledFilterSchema = scopeSchema.extend({ reason: reasonSchema.optional() });
export type StalledFilter = z.infer<typeof stalledFilterSchema>;
export const stalledQuerySchema = stalledFilterSchema.extend({
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
    /** The steps where most is late; `worst` is the highest rung. */
    overdueByStep: z.array(
      z.object({ agency: z.string().nullable(), step: z.string(), count: z.int(), worst: z.int() }),
    ),
    ahead: z.array(z.object({ dueOn: z.string(), count: z.int() })),
  })
  .meta({ id: 'Dashboard' });
export type Summary = z.infer<typeof summarySchema>;

/** A rung of a ladder that has been climbed, and how the step stands now. */
const climbSchema = z.object({
  ...rowSchema,
  climbedAt: z.string(),
  status: z.enum(['open', 'suspended', 'completed', 'cancelled']),
});
export type Climb = z.infer<typeof climbSchema>;

export const climbsSchema = z
  .object({ at: z.string(), since: z.string(), total: z.int(), items: z.array(climbSchema) })
  .meta({ id: 'Climbs' });
export type Climbs = z.infer<typeof climbsSchema>;

export const climbsQuerySchema = scopeSchema.extend({ limit: z.coerce.number().int().min(1).max(500).default(200) });
export type ClimbsQuery = z.infer<typeof climbsQuerySchema>;
