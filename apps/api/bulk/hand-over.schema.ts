import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';

const deputy = z.object({
  id: z.string(),
  user: z.string(),
  name: z.string(),
  since: civilDateSchema,
  until: civilDateSchema,
});

/** What somebody would leave behind, in numbers. */
export const leftBehindSchema = z
  .object({
    person: z.object({ id: z.string(), name: z.string(), active: z.boolean() }),
    openTasks: z.int(),
    overdue: z.int(),
    /** Live cases in which the person has a part. */
    cases: z.int(),
    tasks: z.array(z.object({ role: z.string().nullable(), agency: z.string().nullable(), count: z.int() })),
    posts: z.array(
      z.object({ role: z.string(), agency: z.string(), since: civilDateSchema, until: civilDateSchema.nullable() }),
    ),
    /** Who stands in for the person, and for whom the person stands in: today or later. */
    deputies: z.array(deputy),
    principals: z.array(deputy),
    /** Saved lists of the person's own that others use too. */
    sharedViews: z.int(),
    awayUntil: civilDateSchema.nullable(),
  })
  .meta({ id: 'LeftBehind' });
export type LeftBehind = z.infer<typeof leftBehindSchema>;
