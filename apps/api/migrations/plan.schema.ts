import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';
import { alarmSchema } from '../tasks/task.schema.ts';

export const mappingSchema = z.record(z.string().max(200), z.string().max(200));

const taskPlaceSchema = z.object({
  elementId: z.string(),
  name: z.string(),
  agency: z.string().nullable(),
  role: z.string().nullable(),
  assignee: z.string().nullable(),
  candidateUsers: z.array(z.string()),
  status: z.string(),
  dueOn: civilDateSchema.nullable(),
  dueAt: z.string().nullable(),
});
export type TaskPlace = z.infer<typeof taskPlaceSchema>;

const tokenSchema = z.object({
  id: z.string(),
  elementId: z.string(),
  name: z.string().nullable(),
  kind: z.enum(['process', 'body', 'node']),
  /** Element of the scope it stands in; null for the process of the case. */
  scope: z.string().nullable(),
  loopCounter: z.int().nullable(),
  /** Its element before; null for one that the migration puts there. */
  before: z.string().nullable(),
});
const heldSchema = z.object({ elementId: z.string(), flow: z.string(), tokens: z.int() });
const waitSchema = z.object({
  elementId: z.string(),
  kind: z.enum(['message', 'signal', 'conditional']),
  name: z.string(),
  /** Its event before; null for one that is new. */
  before: z.string().nullable(),
});

/** Where a case stands after a migration, and where it stood. */
export const casePlanSchema = z
  .object({
    id: z.string(),
    from: z.string(),
    to: z.string(),
    tokens: z.array(tokenSchema),
    /** Tokens that wait in joins. */
    held: z.array(heldSchema),
    /** Open tasks; `before` is where they stood, absent for one that the migration opens. */
    tasks: z.array(taskPlaceSchema.extend({ id: z.string(), before: taskPlaceSchema.optional() })),
    /** Alarms that stand or have fired; `before` is their time then, null for one that is new. */
    alarms: z.array(alarmSchema.extend({ before: z.string().nullable() })),
    waits: z.array(waitSchema),
    /** What the new version does without: alarms, waits and tasks that end. */
    dropped: z.array(
      z.object({
        kind: z.enum(['alarm', 'wait', 'task']),
        elementId: z.string(),
        taskId: z.string().nullable(),
        at: z.string().nullable(),
        name: z.string().nullable(),
      }),
    ),
    /** What has no place in the other version: the migration is refused until a mapping names one. */
    unmapped: z.array(z.object({ elementId: z.string(), reason: z.string() })),
    /** What the new version says and what is under way no longer hears. */
    notes: z.array(z.object({ elementId: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'CaseMigrationPlan' });
export type CasePlan = z.infer<typeof casePlanSchema>;
