import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';
import { casePlanSchema, mappingSchema } from './plan.schema.ts';

/** Which of the open cases; all of the version if absent. */
const filterSchema = z.strictObject({
  status: z.enum(['running', 'suspended', 'incident']).optional(),
  /** With an open task of this agency. */
  agency: z.string().max(64).optional(),
  /** With an open task at this element. */
  elementId: z.string().max(200).optional(),
  openedFrom: civilDateSchema.optional(),
  openedTo: civilDateSchema.optional(),
});

export const orderMigrationSchema = z.strictObject({
  /** The version that is left; every other one than `toVersion` if absent. */
  fromVersion: z.int().min(1).optional(),
  toVersion: z.int().min(1),
  /** Old element or flow → new one, where id and name do not tell. */
  mapping: mappingSchema.default({}),
  cases: z.array(z.string().min(1).max(200)).min(1).max(10_000).optional(),
  filter: filterSchema.default({}),
  dryRun: z.boolean().default(false),
  /** The caller's own trials instead of real cases. */
  trial: z.boolean().default(false),
  /** Cases a second at most. */
  perSecond: z.int().min(1).max(200).default(20),
  reason: reasonSchema,
});
export type OrderMigration = z.infer<typeof orderMigrationSchema>;

const countsSchema = z.object({
  total: z.int(),
  pending: z.int(),
  /** Of a dry run: could be moved. */
  planned: z.int(),
  moved: z.int(),
  /** Something has no place. */
  unmapped: z.int(),
  /** Nothing to move any more: ended, or moved already. */
  skipped: z.int(),
  refused: z.int(),
  failed: z.int(),
});

const jobSchema = z
  .object({
    id: z.string(),
    definitionKey: z.string(),
    fromVersion: z.int().nullable(),
    toVersion: z.int(),
    mapping: mappingSchema,
    dryRun: z.boolean(),
    trial: z.boolean(),
    perSecond: z.int(),
    reason: z.string().nullable(),
    requestedBy: z.string(),
    status: z.enum(['running', 'done', 'cancelled']),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    counts: countsSchema,
  })
  .meta({ id: 'MigrationJob' });
export type Job = z.infer<typeof jobSchema>;

const itemSchema = z.object({
  caseId: z.string(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** The version that is left: the case's own, or that of a process it has called. */
  from: z.string(),
  status: z.enum(['pending', 'planned', 'moved', 'unmapped', 'skipped', 'refused', 'failed']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** Tokens, tasks, alarms and due dates before and after. */
  plan: casePlanSchema.nullable(),
  /** The step in the case's journal. */
  seq: z.int().nullable(),
  doneAt: z.string().nullable(),
});
export type Item = z.infer<typeof itemSchema>;

const tallySchema = z.array(
  z.object({ elementId: z.string(), code: z.string().nullable(), message: z.string(), cases: z.int() }),
);

export const migrationReportSchema = jobSchema
  .extend({
    /** Over all cases: what has no place, and in how many. */
    unmapped: tallySchema,
    notes: tallySchema,
    /** The cases that the caller may see. */
    cases: listOf(itemSchema, 'MigrationItems'),
  })
  .meta({ id: 'MigrationReport' });
export type MigrationReport = z.infer<typeof migrationReportSchema>;

export const migrationJobSchema = jobSchema.extend({ preview: z.boolean() }).meta({ id: 'OrderedMigration' });
export type OrderedMigration = z.infer<typeof migrationJobSchema>;

export const migrationListSchema = listOf(jobSchema, 'MigrationJobs');
export type MigrationList = z.infer<typeof migrationListSchema>;
export const migrationListQuerySchema = z.object({ ...pageQuery, dryRun: flag.optional() });
export type MigrationListQuery = z.infer<typeof migrationListQuerySchema>;

export const reportQuerySchema = z.object({ ...pageQuery, status: itemSchema.shape.status.optional() });
export type ReportQuery = z.infer<typeof reportQuerySchema>;

export const jobReasonSchema = z.strictObject({ reason: reasonSchema }).prefault({});
export const jobParametersSchema = z.object({
  key: z.string().regex(/^[A-Za-z_][\w.-]{0,63}$/),
  id: z.string().min(1).max(80),
});
export type JobParameters = z.infer<typeof jobParametersSchema>;
