import { z } from 'zod';
import { caseSummarySchema } from '../cases/case.schema.ts';
import { civilDateSchema, jsonSchema, reasonSchema, variablesSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';
import { alarmSchema } from '../tasks/task.schema.ts';

const openTrial = {
  definitionKey: z.string().min(1).max(64),
  version: z.int().min(1).optional(),
  /** The caller's own draft instead of a published version; its case says version 0. */
  draft: z.boolean().optional(),
  title: z.string().trim().min(1).max(300).optional(),
  startsOn: civilDateSchema.optional(),
  startEvent: z.string().min(1).max(200).optional(),
  variables: variablesSchema.optional(),
  reason: reasonSchema,
};
export const openTrialSchema = z
  .strictObject(openTrial)
  .refine(({ version, draft }) => version === undefined || draft !== true, {
    path: ['draft'],
    message: '试运行草稿时不写 version',
  });
export type OpenTrial = z.infer<typeof openTrialSchema>;

/** So long, or up to a day (its 09:00), an instant, or the next alarm of the family. */
export const fastForwardSchema = z
  .strictObject({
    by: z.string().min(2).max(40).optional(),
    to: z.string().min(1).max(40).optional(),
    reason: reasonSchema,
  })
  .refine(({ by, to }) => (by === undefined) !== (to === undefined), {
    path: ['by'],
    message: '写明 by（前进多久）或 to（前进到哪一天、哪一刻，或 next-alarm），只写一个',
  });
export type FastForward = z.infer<typeof fastForwardSchema>;

const firedAlarmSchema = alarmSchema.extend({ caseId: z.string() }).meta({ id: 'FiredAlarm' });
export const forwardedSchema = z
  .object({ now: z.string(), fired: z.array(firedAlarmSchema), settled: z.boolean() })
  .meta({ id: 'FastForwarded' });
export type Forwarded = z.infer<typeof forwardedSchema>;

export const trialQuerySchema = z.object({ ...pageQuery, definitionKey: z.string().max(64).optional() });
export type TrialQuery = z.infer<typeof trialQuerySchema>;

const trialSchema = caseSummarySchema
  .extend({
    /** The trial's own clock. */
    now: z.string(),
    /** Real times: when it was opened, when something was last done in it, when it will be removed. */
    begunAt: z.string(),
    touchedAt: z.string(),
    removedOn: z.string().nullable(),
    acts: z.int(),
    openTasks: z.array(z.string()),
    mayReset: z.boolean(),
  })
  .meta({ id: 'Trial' });
export type Trial = z.infer<typeof trialSchema>;
export const trialListSchema = listOf(trialSchema, 'TrialList');
export type TrialList = z.infer<typeof trialListSchema>;

/** `keep`: the old trial stays. `version`: of the procedure, otherwise the one that the old trial has. */
export const resetSchema = z.strictObject({
  version: z.int().min(1).optional(),
  keep: z.boolean().optional(),
  reason: reasonSchema,
});
export type Reset = z.infer<typeof resetSchema>;

export const removedSchema = z.object({ removed: z.array(z.string()) }).meta({ id: 'RemovedTrial' });
export type Removed = z.infer<typeof removedSchema>;

export const trailSchema = z
  .object({
    items: z.array(
      z.object({
        n: z.int(),
        step: z.record(z.string(), jsonSchema),
        openTasks: z.array(z.string()),
        status: z.string(),
        now: z.string(),
      }),
    ),
  })
  .meta({ id: 'TrialTrail' });
export type TrialTrail = z.infer<typeof trailSchema>;

export const scenarioSchema = z.record(z.string(), jsonSchema).meta({ id: 'Scenario' });
