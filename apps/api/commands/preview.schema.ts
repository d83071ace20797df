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
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof previewSchema>;
