import { z } from 'zod';
import { sampleStrata } from '../../../domain/duty-sample.ts';
import { openingCycles } from '../../../domain/opening-cycle.ts';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

const objectId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, '编号只能用字母、数字、“.”“-”“_”，最多 64 位');
const share = z.number('应是 0 到 100% 之间的数').min(0).max(1);
const strata = z.enum(sampleStrata);
const points = z.int().min(0).max(100);
const pointsSchema = z
  .strictObject({ onTime: points, late: points, redone: points, failed: points, undone: points })
  .meta({ id: 'DutyPoints' });

export const newListSchema = z.strictObject({
  id: objectId,
  name: z.string().trim().min(1).max(200),
  year: z.int().min(2000).max(2200),
  /** What would open before this day is no obligation; the first of January where it is absent. */
  startsOn: civilDateSchema.optional(),
  sampleShare: share.optional(),
  /** What the sample is drawn among; all obligations of the half-year where it is absent. */
  strata: strata.optional(),
  points: pointsSchema.optional(),
  reason: reasonSchema,
});
export type NewList = z.infer<typeof newListSchema>;

export const samplingSchema = z
  .strictObject({ sampleShare: share.optional(), strata: strata.optional(), reason: reasonSchema })
  .refine((body) => body.sampleShare !== undefined || body.strata !== undefined, {
    message: '请写明抽查比例或者分层方式',
    path: ['sampleShare'],
  });
export type Sampling = z.infer<typeof samplingSchema>;

export const actSchema = z.strictObject({ reason: reasonSchema });
export type Act = z.infer<typeof actSchema>;

/** What becomes of obligations whose day has passed meanwhile: each opened, late as it is, or left out with a reason. */
export const beginSchema = z.strictObject({ missed: z.enum(['open', 'skip']).default('open'), reason: reasonSchema });
export type Begin = z.infer<typeof beginSchema>;

export const itemsQuerySchema = z.object({
  dryRun: flag.default(false),
  /** Obligations that open from this day on are planned by the new version; today where it is absent. */
  from: civilDateSchema.optional(),
  reason: reasonSchema,
});
export type ItemsQuery = z.infer<typeof itemsQuerySchema>;

const defectSchema = z.object({ row: z.int(), column: z.string(), code: z.string(), message: z.string() });
const effectSchema = z.object({ added: z.int(), moved: z.int(), removed: z.int() }).meta({ id: 'DutyPlanEffect' });
export const itemsReportSchema = z
  .object({
    list: z.string(),
    fileName: z.string(),
    dryRun: z.boolean(),
    version: z.int(),
    items: z.int(),
    areas: z.int(),
    /** Items that carry a mark. */
    marked: z.int(),
    /** False where the file says what the list says already: no new version then. */
    changed: z.boolean(),
    obligations: effectSchema,
    defects: z.array(defectSchema),
  })
  .meta({ id: 'DutyItemsReport' });
export type ItemsReport = z.infer<typeof itemsReportSchema>;

const cycle = z.enum(openingCycles);
const itemSchema = z
  .object({
    no: z.string(),
    subject: z.string(),
    area: z.string(),
    measure: z.string(),
    leads: z.array(z.string()),
    role: z.string().nullable(),
    helpers: z.array(z.string()),
    evidence: z.string(),
    cycle,
    opens: z.string(),
    within: z.string(),
    basis: z.string(),
    weight: z.number(),
    /** 实际权限, 重点时间, 重点环节 that the list marks it by. */
    powers: z.array(z.string()),
    times: z.array(z.string()),
    stages: z.array(z.string()),
  })
  .meta({ id: 'DutyItem' });

const summaryFields = {
  id: z.string(),
  name: z.string(),
  year: z.int(),
  status: z.enum(['draft', 'active', 'paused', 'ended']),
  version: z.int(),
  startsOn: z.string(),
  owner: z.string(),
  items: z.int(),
  obligations: z.object({
    planned: z.int(),
    open: z.int(),
    overdue: z.int(),
    checking: z.int(),
    done: z.int(),
    failed: z.int(),
    skipped: z.int(),
    cancelled: z.int(),
    stuck: z.int(),
  }),
};
const listSummarySchema = z.object(summaryFields).meta({ id: 'DutyListSummary' });
export type ListSummary = z.infer<typeof listSummarySchema>;
export const listsSchema = listOf(listSummarySchema, 'DutyLists');
export type Lists = z.infer<typeof listsSchema>;

const scheduleSchema = z.object({ cycle, id: z.string(), next: z.string().nullable(), left: z.int() });
const doneSchema = z.object({
  act: z.string(),
  version: z.int(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  details: z.record(z.string(), z.unknown()),
});
export const listDetailSchema = z
  .object({
    ...summaryFields,
    sampleShare: z.number(),
    strata,
    points: pointsSchema,
    pausedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    /** Whether Temporal's schedules have followed the last change. */
    schedules: z.object({ state: z.enum(['current', 'pending']), items: z.array(scheduleSchema) }),
    duties: z.array(itemSchema),
    acts: z.array(doneSchema),
    mayKeep: z.boolean(),
    fixed: z.boolean(),
  })
  .meta({ id: 'DutyList' });
export type ListDetail = z.infer<typeof listDetailSchema>;

const states = [
  'planned', 'missed', 'open', 'overdue', 'checking', 'redo', 'accounting', 'helping', 'done', 'failed', 'withdrawn', 'skipped', 'cancelled',
] as const; // prettier-ignore
export const obligationQuerySchema = z.object({
  ...pageQuery,
  item: z.string().max(64).optional(),
  lead: z.string().max(64).optional(),
  state: z.enum(states).optional(),
  /** Of items that carry this mark, whichever kind it is of. */
  mark: z.string().max(64).optional(),
});
export type ObligationQuery = z.infer<typeof obligationQuerySchema>;
const obligationSchema = z.object({
  id: z.string(),
  item: z.string(),
  lead: z.string(),
  heir: z.string().nullable(),
  cycle,
  period: z.string(),
  opensOn: z.string(),
  dueOn: z.string(),
  state: z.enum(states),
  caseId: z.string().nullable(),
  taskId: z.string().nullable(),
  assignee: z.string().nullable(),
  handedInOn: z.string().nullable(),
  problem: z.string().nullable(),
  reason: z.string().nullable(),
});
export const obligationsSchema = listOf(obligationSchema, 'DutyObligations');
export type Obligation = z.infer<typeof obligationSchema>;
export type Obligations = z.infer<typeof obligationsSchema>;

const hows = ['onTime', 'late', 'redone', 'failed', 'undone'] as const;
export const resultsSchema = z
  .object({
    list: z.string(),
    on: z.string(),
    fixed: z.boolean(),
    points: pointsSchema,
    items: z.array(
      z.object({
        lead: z.string(),
        score: z.number(),
        level: z.enum(['good', 'fair', 'pass', 'poor']),
        obligations: z.int(),
        byHow: z.record(z.enum(hows), z.int()),
        duties: z.array(
          z.object({
            id: z.string(),
            item: z.string(),
            dueOn: z.string(),
            handedInOn: z.string().nullable(),
            weight: z.number(),
            how: z.enum(hows),
            points: z.number(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DutyResults' });
export type Results = z.infer<typeof resultsSchema>;

export const sampleQuerySchema = z.object({
  /** The present half of the year where it is absent. */
  half: z
    .string()
    .regex(/^\d{4}-H[12]$/, '写作 2026-H1 或 2026-H2')
    .optional(),
  /** Every obligation of this stratum; without it only what is drawn. */
  stratum: z.string().max(100).optional(),
});
export type SampleQuery = z.infer<typeof sampleQuerySchema>;
/** A sample as anybody can draw it again: seed, lots and quotas. */
export const sampleSchema = z
  .object({
    list: z.string(),
    half: z.string(),
    halves: z.array(z.string()),
    seed: z.string(),
    share: z.number(),
    strata,
    /** Obligations of the half-year, what the share asks of them, and what is taken: more where there are more strata. */
    total: z.int(),
    asked: z.int(),
    drawn: z.int(),
    parts: z.array(z.object({ stratum: z.string(), size: z.int(), quota: z.int() })),
    items: z.array(
      z.object({
        id: z.string(),
        item: z.string(),
        measure: z.string(),
        lead: z.string(),
        period: z.string(),
        dueOn: z.string(),
        caseId: z.string().nullable(),
        stratum: z.string(),
        lot: z.int(),
        place: z.int(),
        quota: z.int(),
        drawn: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'DutySample' });
export type Sample = z.infer<typeof sampleSchema>;
