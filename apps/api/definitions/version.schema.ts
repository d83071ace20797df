import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';
import { definitionSummarySchema } from './definition.schema.ts';

/** How many cases there are of a version; null for those who publish and oversee nothing. */
const casesSchema = z.object({ open: z.int(), ended: z.int(), trials: z.int() }).nullable();

const listedSchema = definitionSummarySchema.extend({ cases: casesSchema }).meta({ id: 'DefinitionVersion' });

export const versionListSchema = z
  .object({
    items: z.array(listedSchema),
    nextCursor: z.string().nullable(),
    total: z.int(),
    /** The version that new cases take today; null when there is none. */
    inForce: z.int().nullable(),
    /** The next one that will rule. */
    next: z.object({ version: z.int(), validFrom: z.string() }).nullable(),
  })
  .meta({ id: 'DefinitionVersions' });
export type VersionList = z.infer<typeof versionListSchema>;

export const changedVersionSchema = versionListSchema
  .extend({ version: z.int(), preview: z.boolean() })
  .meta({ id: 'ChangedDefinitionVersion' });
export type ChangedVersion = z.infer<typeof changedVersionSchema>;

export const versionReasonSchema = z.strictObject({ reason: reasonSchema }).prefault({});
export type VersionReason = z.infer<typeof versionReasonSchema>;
export const rescheduleSchema = z.strictObject({ validFrom: civilDateSchema, reason: reasonSchema });
export type Reschedule = z.infer<typeof rescheduleSchema>;

const trailSchema = z.object({
  version: z.int(),
  action: z.enum(['published', 'withdrawn', 'reinstated', 'rescheduled']),
  by: z.string().nullable(),
  at: z.string(),
  data: z.record(z.string(), z.unknown()),
  reason: z.string().nullable(),
});
export const definitionTrailSchema = z
  .object({ items: z.array(trailSchema), nextCursor: z.string().nullable(), total: z.int() })
  .meta({ id: 'DefinitionTrail' });
export type DefinitionTrail = z.infer<typeof definitionTrailSchema>;
