import { z } from 'zod';
import { taskSchema } from '../tasks/task.schema.ts';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';

const key = z.string().min(1).max(64);

export const addTaskSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    description: z.string().trim().max(20_000).optional(),
    /** Who does it: a person, or whoever holds the role, or the agency. */
    assignee: key.optional(),
    role: key.optional(),
    agency: key.optional(),
    form: key.optional(),
    dueOn: civilDateSchema.optional(),
    /** ISO 8601, from now. */
    due: z.string().min(1).max(40).optional(),
    counting: z.enum(['calendar', 'working', 'hours']).optional(),
    period: z.string().min(1).max(100).optional(),
    ladder: z.string().min(1).max(100).optional(),
    /** Whether the case ends only after it; it does unless this says no. */
    holdsEnd: z.boolean().optional(),
    reason: reasonSchema,
  })
  .refine(({ assignee, role, agency }) => assignee ?? role ?? agency, '请给出 assignee、role 或 agency')
  .refine(
    ({ dueOn, due, period }) => [dueOn, due, period].filter((one) => one !== undefined).length <= 1,
    'dueOn、due、period 只能给出一个',
  );
export type AddTask = z.infer<typeof addTaskSchema>;

export const addedTaskSchema = taskSchema.extend({ settled: z.boolean() }).meta({ id: 'AddedTask' });
export type AddedTask = z.infer<typeof addedTaskSchema>;
