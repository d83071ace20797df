import { z } from 'zod';

const procedureSchema = z
  .object({
    kind: z.enum(['process', 'decision']),
    key: z.string(),
    name: z.string(),
    versions: z.int(),
    newest: z.int(),
    /** The version that new cases take; null when there is none. */
    inForce: z.int().nullable(),
    /** The next one that will rule. */
    next: z.object({ version: z.int(), validFrom: z.string() }).nullable(),
    /** Open cases, trials not counted. */
    running: z.int(),
    changedBy: z.string().nullable(),
    changedAt: z.string(),
  })
  .meta({ id: 'DesignedProcedure' });
export type Procedure = z.infer<typeof procedureSchema>;

export const proceduresSchema = z
  .object({ items: z.array(procedureSchema), nextCursor: z.string().nullable(), total: z.int() })
  .meta({ id: 'DesignedProcedures' });
export type Procedures = z.infer<typeof proceduresSchema>;

const named = { key: z.string(), name: z.string() };

/** What a procedure may name, to choose from. */
export const designNamesSchema = z
  .object({
    periods: z.array(
      z.object({
        ...named,
        amount: z.number().nullable(),
        unit: z.string(),
        basis: z.string(),
        ladder: z.string().nullable(),
      }),
    ),
    ladders: z.array(z.object(named)),
    forms: z.array(
      z.object({ ...named, version: z.int(), fields: z.array(z.object({ name: z.string(), title: z.string() })) }),
    ),
    procedures: z.array(z.object(named)),
    decisions: z.array(z.object(named)),
  })
  .meta({ id: 'DesignNames' });
export type DesignNames = z.infer<typeof designNamesSchema>;
