import { z } from 'zod';

const briefTaskSchema = z.object({
  elementId: z.string(),
  name: z.string(),
  status: z.string(),
  agency: z.string().nullable(),
  role: z.string().nullable(),
  assignee: z.string().nullable(),
  dueOn: z.string().nullable(),
});

/** What a command would do. */
export const previewSchema = z
  .object({
    preview: z.literal(true),
    status: z.string(),
    opened: z.array(briefTaskSchema),
    closed: z.array(briefTaskSchema),
    /** Open steps whose due day would be another. */
    moved: z.array(briefTaskSchema.extend({ before: z.string().nullable() })),
    alarms: z.array(
      z.object({
        id: z.string(),
        taskId: z.string().nullable(),
        kind: z.string(),
        level: z.int().nullable(),
        at: z.string(),
        cancelled: z.boolean(),
      }),
    ),
    entries: z.array(z.object({ kind: z.string(), elementId: z.string().nullable(), taskId: z.string().nullable() })),
    effects: z.array(z.string()),
    /** Whomever something would be given to; one who has stepped back from the case is refused with RECUSED instead. */
    people: z
      .array(
        z.object({
          user: z.string(),
          name: z.string(),
          recused: z.literal(false),
          awayUntil: z.string().nullable(),
          deputies: z.array(z.object({ user: z.string(), name: z.string() })),
        }),
      )
      .optional(),
    /** 催办: how often already today, and who would be told. */
    reminder: z.object({ today: z.int(), told: z.array(z.object({ user: z.string(), name: z.string() })) }).optional(),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof previewSchema>;
