import { z } from 'zod';
import { openingCycles } from '../../../domain/opening-cycle.ts';
import { civilDateSchema, reasonSchema, variablesSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const key = z.string().trim().min(1).max(64);
const text = z.string().trim().min(1).max(500);
const cycleSchema = z.enum(openingCycles).exclude(['once']);

const audienceSchema = z
  .strictObject({
    kind: z.enum(['once', 'agencies', 'units', 'holders', 'sources']),
    agencies: z.array(key).max(500).default([]),
    categories: z.array(key).max(50).default([]),
    role: key.nullable().default(null),
  })
  .meta({ id: 'RecurringAudience' });

const settings = {
  name: text.max(100),
  mechanism: z
    .string()
    .regex(/^M\d{1,2}$/)
    .nullable(),
  definitionKey: z.string().min(1).max(64),
  /** Opens cases, scores 政治生态, or runs warning rules. */
  work: z.enum(['case', 'ecology', 'rules']),
  /** Of rules: the key of one; all that are on where it is absent. */
  subject: key.nullable(),
  /** Rules run after each accepted batch as well. */
  afterBatch: z.boolean(),
  cycle: cycleSchema,
  /** “第1个工作日”, “倒数第5个工作日”, “第2月10日”, “期后第1个工作日”. */
  opens: z.string().trim().min(1).max(40),
  audience: audienceSchema,
  agency: key,
  /** What its cases begin with; a text that begins with “=” is FEEL. */
  variables: variablesSchema,
  basis: text,
  confidence: z.enum(['A', 'B', 'C', 'D', 'K', 'SEED']),
  note: z.string().max(2000),
  owner: key,
  startsOn: civilDateSchema,
  endsOn: civilDateSchema.nullable(),
};
/** What becomes of openings whose day has passed meanwhile: each opened, late as it is, or left out with a reason. */
const missed = z.enum(['open', 'skip']).default('open');

export const newProcedureSchema = z.strictObject({
  ...settings,
  id: z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, '编号只能用小写字母、数字和“-”，以字母开头'),
  mechanism: settings.mechanism.default(null),
  work: settings.work.default('case'),
  subject: settings.subject.default(null),
  afterBatch: settings.afterBatch.default(false),
  variables: settings.variables.default({}),
  note: settings.note.default(''),
  /** The caller where it is absent. */
  owner: settings.owner.optional(),
  /** Nothing opens before; today where it is absent. */
  startsOn: settings.startsOn.optional(),
  endsOn: settings.endsOn.default(null),
  paused: z.boolean().default(false),
  missed,
  reason: reasonSchema,
});
export type NewProcedure = z.infer<typeof newProcedureSchema>;

export const procedureChangeSchema = z.strictObject({
  ...z.object(settings).partial().shape,
  missed,
  reason: reasonSchema,
});
export type ProcedureChange = z.infer<typeof procedureChangeSchema>;

export const actSchema = z.strictObject({ reason: reasonSchema });
export type Act = z.infer<typeof actSchema>;
export const resumeSchema = z.strictObject({ missed, reason: reasonSchema });
export type Resume = z.infer<typeof resumeSchema>;

const dayKinds = ['working', 'make-up', 'holiday', 'weekend'] as const;
/** The next day, and every day that was looked at on the way to it. */
const nextSchema = z.object({
  opensOn: z.string(),
  period: z.string(),
  periodName: z.string(),
  receivers: z.int(),
  counted: z.array(z.object({ day: z.string(), kind: z.enum(dayKinds) })),
  /** Whether a year is counted whose days off are not published yet. */
  provisional: z.boolean(),
});

const summaryFields = {
  ...settings,
  id: z.string(),
  definitionName: z.string().nullable(),
  status: z.enum(['active', 'paused', 'ended']),
  next: nextSchema.nullable(),
  /** What stands against the next opening as things are today: its definition, its expressions, its start form. */
  against: z.string().nullable(),
  counts: z.object({ planned: z.int(), opened: z.int(), missed: z.int(), stuck: z.int() }),
  schedule: z.object({ id: z.string(), state: z.enum(['current', 'pending']) }),
  mayKeep: z.boolean(),
};
const summarySchema = z.object(summaryFields).meta({ id: 'RecurringSummary' });
export type Summary = z.infer<typeof summarySchema>;
export const proceduresSchema = listOf(summarySchema, 'RecurringProcedures');
export type Procedures = z.infer<typeof proceduresSchema>;

export const procedureSchema = z
  .object({
    ...summaryFields,
    pausedOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    acts: z.array(
      z.object({
        act: z.string(),
        reason: z.string(),
        by: z.string(),
        at: z.string(),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'RecurringProcedure' });
export type Procedure = z.infer<typeof procedureSchema>;

const states = ['planned', 'missed', 'ordered', 'running', 'done', 'withdrawn', 'skipped', 'cancelled'] as const;
export const openingQuerySchema = z.object({
  ...pageQuery,
  period: z.string().max(10).optional(),
  state: z.enum(states).optional(),
});
export type OpeningQuery = z.infer<typeof openingQuerySchema>;
const openingSchema = z
  .object({
    id: z.string(),
    receiver: z.string(),
    agency: z.string(),
    heir: z.string().nullable(),
    period: z.string(),
    opensOn: z.string(),
    openedAt: z.string().nullable(),
    askedBy: z.string().nullable(),
    state: z.enum(states),
    /** Null also where the caller may not see the case. */
    caseId: z.string().nullable(),
    caseNumber: z.string().nullable(),
    /** Of work that is no case: what came of it, counted. */
    result: z.record(z.string(), z.int()).nullable(),
    problem: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'RecurringOpening' });
export type Opening = z.infer<typeof openingSchema>;
export const openingsSchema = listOf(openingSchema, 'RecurringOpenings');
export type Openings = z.infer<typeof openingsSchema>;

export const openSchema = z.strictObject({
  period: z.string().min(4).max(10),
  /** Only for these; everybody of the period where it is absent. */
  receivers: z.array(z.string().max(130)).min(1).max(500).optional(),
  reason: reasonSchema,
});
export type Open = z.infer<typeof openSchema>;
/** What is opened now, or would be. */
export const openedSchema = z
  .object({
    procedure: z.string(),
    period: z.string(),
    preview: z.boolean(),
    /** False where cases are still being opened. */
    settled: z.boolean(),
    items: z.array(
      z.object({
        id: z.string(),
        receiver: z.string(),
        title: z.string(),
        /** new: opened by this; known: it was open before. */
        standing: z.enum(['new', 'known']),
        caseId: z.string().nullable(),
        variables: variablesSchema,
        problem: z.string().nullable(),
      }),
    ),
    /** Units that nobody could act for. */
    unmanned: z.array(z.string()),
  })
  .meta({ id: 'RecurringOpened' });
export type Opened = z.infer<typeof openedSchema>;

export const shippedSchema = z
  .object({ items: z.array(newProcedureSchema.extend({ ownerRole: z.string(), known: z.boolean() })) })
  .meta({ id: 'RecurringShipped' });
export type Shipped = z.infer<typeof shippedSchema>;
