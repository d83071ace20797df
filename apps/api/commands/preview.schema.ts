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

/** Where a token stands, or waits in a join by the flow it came. */
export const tokenPlaceSchema = z
  .object({
    instanceId: z.string().nullable(),
    elementId: z.string(),
    name: z.string(),
    flowId: z.string().nullable(),
    scopeId: z.string(),
  })
  .meta({ id: 'TokenPlace' });

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
    /** Where the whole case stands, for who may correct it. */
    tokens: z.object({ before: z.array(tokenPlaceSchema), after: z.array(tokenPlaceSchema) }).optional(),
    incidents: z.array(z.object({ elementId: z.string(), code: z.string(), message: z.string() })),
    /** What a correction leads to; in earnest it is refused unless it is forced. */
    warnings: z.array(z.object({ code: z.string(), elementId: z.string(), message: z.string() })),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof previewSchema>;
