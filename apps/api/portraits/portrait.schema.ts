import { z } from 'zod';
import { dossierParametersSchema, lineSchema } from '../dossiers/dossier.schema.ts';
import { scoreSchema } from '../platform/ecology.schema.ts';
import { valueSchema } from '../platform/indicator.schema.ts';
import { doubtSchema } from '../platform/rule.schema.ts';

export const portraitOrderSchema = z.strictObject({
  /** Why it is looked at: kept with the look. */
  reason: z.string().trim().min(2, '写明事由').max(500),
});
export type PortraitOrder = z.infer<typeof portraitOrderSchema>;

const unitSchema = z
  .object({
    unit: z.string(),
    /** Of each indicator the last value there is. */
    indicators: z.array(valueSchema.extend({ indicator: z.string(), name: z.string(), measure: z.string() })),
    doubts: z.array(doubtSchema),
    /** The last first. */
    scores: z.array(scoreSchema),
  })
  .meta({ id: 'UnitPortrait' });
export type UnitPortrait = z.infer<typeof unitSchema>;

export const portraitSchema = z
  .object({
    kind: dossierParametersSchema.shape.kind,
    id: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    title: z.string().nullable(),
    as: z.enum(['keeper', 'grant']),
    sections: z.array(z.string()),
    /** What only two together may read, and is not here. */
    together: z.array(z.string()),
    /** The lines that hold, the newest first. */
    lines: z.array(lineSchema),
    /** Counts within the caller's circle; those that could give a source away are not counted. */
    ledgers: z.array(z.object({ kind: z.string(), total: z.int(), open: z.int(), overdue: z.int() })),
    /** The unit itself, or those that the person heads. */
    units: z.array(unitSchema),
    /** Whether the caller may see what the platform says of units. */
    platform: z.boolean(),
  })
  .meta({ id: 'Portrait' });
export type Portrait = z.infer<typeof portraitSchema>;
