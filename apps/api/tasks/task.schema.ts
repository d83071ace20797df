import { z } from 'zod';
import { civilDateSchema, jsonSchema, reasonSchema, variablesSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

export const alarmSchema = z
  .object({
    id: z.string(),
    taskId: z.string().nullable(),
    elementId: z.string(),
    kind: z.enum(['reminder', 'due', 'rung', 'timer']),
    level: z.int().nullable(),
    at: z.string(),
    firedAt: z.string().nullable(),
    overtaken: z.boolean(),
  })
  .meta({ id: 'Alarm' });
export type Alarm = z.infer<typeof alarmSchema>;

export const taskSchema = z
  .object({
    id: z.string(),
    caseId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    secrecy: z.string(),
    definitionKey: z.string(),
    trial: z.boolean(),
    elementId: z.string(),
    loopCounter: z.int().nullable(),
    /** A step of the procedure, the approval of an extension or of a correction, or a task that was added beside it. */
    kind: z.enum(['step', 'extension', 'correction', 'adhoc']),
    name: z.string(),
    agency: z.string().nullable(),
    role: z.string().nullable(),
    candidateUsers: z.array(z.string()),
    assignee: z.string().nullable(),
    owner: z.string().nullable(),
    status: z.enum(['open', 'suspended', 'completed', 'cancelled']),
    openedAt: z.string(),
    dueOn: z.string().nullable(),
    dueAt: z.string().nullable(),
    provisional: z.boolean(),
    overdue: z.boolean(),
    clock: z.string().nullable(),
    period: z.string().nullable(),
    basis: z.string().nullable(),
    letter: z.string().nullable(),
    level: z.int(),
    priority: z.int().nullable(),
    alarms: z.array(alarmSchema),
    outcomes: z.array(z.string()),
    outcome: z.string().nullable(),
    form: z.string().nullable(),
    /** A task stays with the version that its procedure was published with. */
    formVersion: z.int().nullable(),
    endedAt: z.string().nullable(),
    endedBy: z.string().nullable(),
    /** Whose step it is that the caller may do as a deputy; null for a step of one's own. */
    actingFor: z.object({ user: z.string(), name: z.string() }).nullable(),
    /** Whose act brought the step; null where nobody's did. */
    sentBy: z.string().nullable(),
    /** Whether it came back to be done again. */
    returned: z.boolean(),
    variables: variablesSchema,
    /** What an approval is asked for. */
    asks: jsonSchema.nullable(),
    description: z.string().nullable(),
    addedBy: z.string().nullable(),
  })
  .meta({ id: 'Task' });
export type Task = z.infer<typeof taskSchema>;

export const taskListSchema = listOf(taskSchema, 'TaskList');
export type TaskList = z.infer<typeof taskListSchema>;

const openTaskSchema = z
  .object({
    id: z.string(),
    elementId: z.string(),
    name: z.string(),
    assignee: z.string().nullable(),
    dueOn: z.string().nullable(),
  })
  .meta({ id: 'OpenTask' });
export type OpenTask = z.infer<typeof openTaskSchema>;

/** The task as it stands after the operation, and what is open in its case then, as far as the caller may see it. */
export const actedSchema = taskSchema
  .extend({ openTasks: z.array(openTaskSchema), settled: z.boolean(), approvalAsked: z.boolean().optional() })
  .meta({ id: 'TaskActedOn' });
export type Acted = z.infer<typeof actedSchema>;

const one = z.string().min(1).max(200).optional();
const sorts = ['dueAt', 'openedAt', 'endedAt', 'name', 'priority'] as const;

/** What a worklist is asked for, whatever its form. */
export const taskFilterSchema = z.object({
  scope: z.enum(['mine', 'group', 'agency', 'waiting', 'deputy']).optional(),
  caseId: one,
  status: z.enum(['open', 'suspended', 'completed', 'cancelled']).optional(),
  sort: z.enum([...sorts, ...sorts.map((sort) => `-${sort}` as const)]).default('dueAt'),
  trial: flag.optional(),
  /** Words in number, title, step and variables, as far as the caller may see them; all are to be found. */
  q: z.string().max(200).optional(),
  agency: one,
  /** Who has the step in hand. */
  assignee: one,
  /** Name of the step. */
  name: one,
  definitionKey: one,
  secrecy: one,
  due: z.enum(['overdue', 'today', 'week', 'none']).optional(),
  dueFrom: civilDateSchema.optional(),
  dueTo: civilDateSchema.optional(),
  elementId: one,
  /** Rung that has been climbed. */
  level: z.coerce.number().int().min(0).max(99).optional(),
  openedFrom: civilDateSchema.optional(),
  openedTo: civilDateSchema.optional(),
  endedFrom: civilDateSchema.optional(),
  endedTo: civilDateSchema.optional(),
  /** Ended after its due day, or in time. */
  late: flag.optional(),
  /** Leaves variables and alarms out: what a list does not show. */
  brief: flag.optional(),
});
export type TaskFilter = z.infer<typeof taskFilterSchema>;

export const taskQuerySchema = taskFilterSchema.extend(pageQuery);
export type TaskQuery = z.infer<typeof taskQuerySchema>;

const countSchema = z.object({ open: z.int(), overdue: z.int(), today: z.int(), week: z.int() });

/** How much there is to do, by scope; no number is higher than `upTo`. */
export const taskCountsSchema = z
  .object({ mine: countSchema, group: countSchema, waiting: countSchema, upTo: z.int() })
  .meta({ id: 'TaskCounts' });
export type TaskCounts = z.infer<typeof taskCountsSchema>;

const user = z.string().min(1).max(64);
const reason = reasonSchema;
const outcome = z.string().min(1).max(200);

export const completeSchema = z
  .strictObject({
    outcome: outcome.nullish(),
    variables: variablesSchema.optional(),
    comment: z.string().max(20_000).optional(),
    reason,
  })
  .prefault({});
export const plainSchema = z.strictObject({ reason }).prefault({});
export const handOverSchema = z.strictObject({ to: user, reason });
export const returnSchema = z.strictObject({
  toElementId: z.string().min(1).max(200),
  /** What becomes of parallel steps; the rule of the step where the body is silent, else `cancel`. */
  siblings: z.enum(['cancel', 'keep', 'refuse']).optional(),
  reason,
});
export const addSignerSchema = z.strictObject({
  users: z.array(user).min(1).max(100),
  position: z.enum(['before', 'parallel', 'after']),
  reason,
});
export const removeSignerSchema = z.strictObject({ user, reason });
export const extendSchema = z
  .strictObject({ until: civilDateSchema.optional(), by: z.string().min(1).max(40).optional(), reason })
  .refine(({ until, by }) => (until === undefined) !== (by === undefined), '请给出 until 或 by 之一');
export const commentSchema = z.strictObject({ text: z.string().trim().min(1).max(20_000), reason });

export type Complete = z.infer<typeof completeSchema>;
export type Plain = z.infer<typeof plainSchema>;
export type HandOver = z.infer<typeof handOverSchema>;
export type Return = z.infer<typeof returnSchema>;
export type AddSigner = z.infer<typeof addSignerSchema>;
export type RemoveSigner = z.infer<typeof removeSignerSchema>;
export type Extend = z.infer<typeof extendSchema>;
export type Comment = z.infer<typeof commentSchema>;
