import { z } from 'zod';
import { civilDateSchema, reasonSchema, variablesSchema } from '../json.schema.ts';
import { alarmSchema } from '../tasks/task.schema.ts';

export const openTrialSchema = z.strictObject({
  definitionKey: z.string().min(1).max(64),
  version: z.int().min(1).optional(),
  title: z.string().trim().min(1).max(300).optional(),
  startsOn: civilDateSchema.optional(),
  startEvent: z.string().min(1).max(200).optional(),
  variables: variablesSchema.optional(),
  reason: reasonSchema,
});
export type OpenTrial = z.infer<typeof openTrialSchema>;

export const fastForwardSchema = z.strictObject({ by: z.string().min(2).max(40), reason: reasonSchema });
export type FastForward = z.infer<typeof fastForwardSchema>;

const firedAlarmSchema = alarmSchema.extend({ caseId: z.string() }).meta({ id: 'FiredAlarm' });
export const forwardedSchema = z
  .object({ now: z.string(), fired: z.array(firedAlarmSchema), settled: z.boolean() })
  .meta({ id: 'FastForwarded' });
export type Forwarded = z.infer<typeof forwardedSchema>;
