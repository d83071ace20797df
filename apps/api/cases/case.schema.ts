import { z } from 'zod';
import { civilDateSchema, reasonSchema, variablesSchema } from '../json.schema.ts';
import { casePlanSchema, mappingSchema } from '../migrations/plan.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';
import { alarmSchema, taskSchema } from '../tasks/task.schema.ts';

const statusSchema = z.enum(['running', 'suspended', 'completed', 'cancelled', 'incident']);

const summary = {
  id: z.string(),
  number: z.string(),
  title: z.string(),
  definitionKey: z.string(),
  version: z.int(),
  trial: z.boolean(),
  status: statusSchema,
  family: z.string(),
  parentId: z.string().nullable(),
  startsOn: z.string(),
  openedBy: z.string().nullable(),
  openedAt: z.string(),
  endedAt: z.string().nullable(),
  endState: z.string().nullable(),
  nextDueAt: z.string().nullable(),
  overdue: z.boolean(),
  agencies: z.array(z.string()),
  secrecy: z.string(),
};

export const caseSummarySchema = z.object(summary).meta({ id: 'CaseSummary' });
export type CaseSummary = z.infer<typeof caseSummarySchema>;
export const caseListSchema = listOf(caseSummarySchema, 'CaseList');
export type CaseList = z.infer<typeof caseListSchema>;

const childSchema = z
  .object({
    id: z.string(),
    elementId: z.string(),
    definitionKey: z.string(),
    number: z.string().nullable(),
    status: z.enum(['opening', 'running', 'completed', 'cancelled']),
  })
  .meta({ id: 'ChildCase' });

const incidentSchema = z
  .object({
    id: z.string(),
    elementId: z.string(),
    code: z.string(),
    message: z.string(),
    remedy: z.string(),
    openedAt: z.string(),
    resolvedAt: z.string().nullable(),
  })
  .meta({ id: 'Incident' });

export const caseSchema = z
  .object({
    ...summary,
    variables: variablesSchema,
    openTasks: z.array(taskSchema),
    alarms: z.array(alarmSchema),
    children: z.array(childSchema),
    incidents: z.array(incidentSchema),
    /** The case's clock. */
    now: z.string(),
  })
  .meta({ id: 'Case' });
export type Case = z.infer<typeof caseSchema>;

/** The case as it stands after the operation. */
export const changedCaseSchema = caseSchema
  .extend({
    settled: z.boolean(),
    /** Another operator must confirm it: nothing has changed yet. */
    approvalAsked: z.boolean().optional(),
  })
  .meta({ id: 'CaseActedOn' });
export type ChangedCase = z.infer<typeof changedCaseSchema>;

export const openCaseSchema = z.strictObject({
  definitionKey: z.string().min(1).max(64),
  version: z.int().min(1).optional(),
  title: z.string().trim().min(1).max(300),
  startsOn: civilDateSchema.optional(),
  variables: variablesSchema.optional(),
  reason: reasonSchema,
});
export type OpenCase = z.infer<typeof openCaseSchema>;

export const caseFilterSchema = z.object({
  status: statusSchema.optional(),
  definitionKey: z.string().max(64).optional(),
  trial: flag.default(false),
  overdue: flag.optional(),
  family: z.string().max(200).optional(),
  /** An agency that takes part. */
  agency: z.string().max(64).optional(),
  /** Not ended: running, suspended or standing on an incident. */
  live: flag.optional(),
  openedFrom: civilDateSchema.optional(),
  openedTo: civilDateSchema.optional(),
  endedFrom: civilDateSchema.optional(),
  endedTo: civilDateSchema.optional(),
  q: z.string().trim().max(100).optional(),
  sort: z.enum(['openedAt', '-openedAt', 'nextDueAt', 'number', '-number', 'title']).default('-openedAt'),
});
export type CaseFilter = z.infer<typeof caseFilterSchema>;
export const caseQuerySchema = caseFilterSchema.extend(pageQuery);
export type CaseQuery = z.infer<typeof caseQuerySchema>;

const reason = reasonSchema;
export const steerSchema = z.strictObject({ reason }).prefault({});
export const variablesPatchSchema = z.strictObject({
  variables: variablesSchema,
  scopeId: z.string().max(200).optional(),
  reason,
});
export const startDaySchema = z.strictObject({ startsOn: civilDateSchema, reason });
export const caseMessageSchema = z.strictObject({
  name: z.string().min(1).max(200),
  variables: variablesSchema.optional(),
  reason,
});
export const incidentParametersSchema = z.object({ id: z.string().max(200), incidentId: z.string().max(200) });
export const migrateSchema = z.strictObject({
  toVersion: z.int().min(1),
  /** Old element or flow → new one, where id and name do not tell. */
  mapping: mappingSchema.optional(),
  /** What the case runs of a procedure that it has called, rather than its own. */
  called: z.strictObject({ key: z.string().min(1).max(64), version: z.int().min(1) }).optional(),
  dryRun: z.boolean().optional(),
  reason,
});

export type Steer = z.infer<typeof steerSchema>;
export type VariablesPatch = z.infer<typeof variablesPatchSchema>;
export type StartDay = z.infer<typeof startDaySchema>;
export type CaseMessage = z.infer<typeof caseMessageSchema>;
export type IncidentParameters = z.infer<typeof incidentParametersSchema>;
export type Migrate = z.infer<typeof migrateSchema>;

export const migrationSchema = z
  .object({ settled: z.boolean(), cases: z.array(casePlanSchema) })
  .meta({ id: 'Migration' });
export type Migration = z.infer<typeof migrationSchema>;
