import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';
import { taskFilterSchema } from '../tasks/task.schema.ts';

/** Most steps in one order. */
export const mostSteps = 1000;

const user = z.string().min(1).max(64);
const id = z.string().min(1).max(200);

/** By name, or as a worklist is filtered. */
const selection = {
  taskIds: z.array(id).min(1).max(mostSteps).optional(),
  filter: taskFilterSchema.omit({ trial: true, status: true, sort: true, brief: true }).strict().optional(),
};
const more = { reason: reasonSchema };
const one = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ kind: z.literal(kind), ...selection, ...shape, ...more });

/** Who gets which of the steps; the first rule that fits counts. `to: null` gives back to whom else a step is offered. */
const ruleSchema = z.strictObject({
  role: z.string().min(1).max(64).optional(),
  agency: z.string().min(1).max(32).optional(),
  definitionKey: z.string().min(1).max(64).optional(),
  to: user.nullable(),
});
export type HandOverRule = z.infer<typeof ruleSchema>;

export const orderSchema = z
  .discriminatedUnion('kind', [
    one('transfer', { to: user }),
    one('claim', {}),
    one('unclaim', {}),
    one('remind', {}),
    one('extend', { until: civilDateSchema.optional(), by: z.string().min(1).max(40).optional() }),
    one('copy', { to: z.array(user).min(1).max(100), text: z.string().trim().min(1).max(2000).optional() }),
    /** 交接: all in which somebody stands, by default to one successor. */
    z.strictObject({
      kind: z.literal('hand-over'),
      from: user,
      to: user.nullable(),
      rules: z.array(ruleSchema).max(100).default([]),
      /** Sees those cases no more, as far as it was by a step in them. */
      leaves: z.boolean().default(false),
      ...more,
    }),
  ])
  .refine((order) => order.kind === 'hand-over' || (order.taskIds === undefined) !== (order.filter === undefined), {
    message: '请给出 taskIds 或 filter 之一',
    path: ['taskIds'],
  })
  .refine((order) => order.kind !== 'extend' || (order.until === undefined) !== (order.by === undefined), {
    message: '请给出 until 或 by 之一',
    path: ['until'],
  })
  .meta({ id: 'BulkOrder' });
export type BulkOrder = z.infer<typeof orderSchema>;

const itemStatusSchema = z.enum(['pending', 'sending', 'done', 'refused', 'cancelled']);
const itemSchema = z
  .object({
    position: z.int(),
    /** Null, and no names: out of the orderer's sight. */
    caseId: z.string().nullable(),
    caseNumber: z.string().nullable(),
    caseTitle: z.string().nullable(),
    /** Null: about the case itself. */
    taskId: z.string().nullable(),
    taskName: z.string().nullable(),
    /** To whom it goes; null back to whom else it is offered; absent where it goes to nobody. */
    to: z.string().nullable().optional(),
    /** In a preview `pending`: can be done now. */
    status: itemStatusSchema,
    code: z.string().nullable(),
    message: z.string().nullable(),
    seq: z.int().nullable(),
    doneAt: z.string().nullable(),
  })
  .meta({ id: 'BulkItem' });
export type BulkItem = z.infer<typeof itemSchema>;

const counts = z.object({ total: z.int(), pending: z.int(), done: z.int(), refused: z.int(), cancelled: z.int() });
export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    reason: z.string().nullable(),
    orderedBy: z.string(),
    receivedAt: z.string(),
    status: z.enum(['running', 'done', 'cancelled']),
    finishedAt: z.string().nullable(),
    counts,
    /** False while it is still under way. */
    settled: z.boolean(),
  })
  .meta({ id: 'BulkJob' });
export type BulkJob = z.infer<typeof jobSchema>;
export const jobListSchema = listOf(jobSchema, 'BulkJobList');
export type BulkJobList = z.infer<typeof jobListSchema>;

/** What was ordered, with what became of each step, or in a preview would become. */
export const orderedSchema = jobSchema
  .extend({ preview: z.boolean(), items: z.array(itemSchema) })
  .meta({ id: 'BulkOrdered' });
export type BulkOrdered = z.infer<typeof orderedSchema>;

export const itemListSchema = listOf(itemSchema, 'BulkItemList');
export type BulkItemList = z.infer<typeof itemListSchema>;
export const itemQuerySchema = z.object({ ...pageQuery, status: itemStatusSchema.optional() });
export type ItemQuery = z.infer<typeof itemQuerySchema>;
export const jobQuerySchema = z.object({ ...pageQuery });
export type JobQuery = z.infer<typeof jobQuerySchema>;

export const emptySchema = z.strictObject({}).prefault({});
