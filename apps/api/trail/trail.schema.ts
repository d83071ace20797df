import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';
import { trailActions, trailObjects } from './trail.entry.ts';

const entrySchema = z
  .object({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    actorName: z.string().nullable(),
    /** Which administrator's role the actor held then. */
    actorKind: z.string().nullable(),
    action: z.enum(trailActions),
    objectKind: z.enum(trailObjects),
    objectId: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string().nullable(),
    remote: z.string().nullable(),
    hash: z.string(),
  })
  .meta({ id: 'AdminTrailEntry' });
export type AdminTrailEntry = z.infer<typeof entrySchema>;

export const trailSchema = listOf(entrySchema, 'AdminTrail');
export type AdminTrail = z.infer<typeof trailSchema>;

export const trailQuerySchema = z.object({
  ...pageQuery,
  actor: z.string().max(64).optional(),
  actorKind: z.enum(['sysadmin', 'secadmin', 'auditadmin']).optional(),
  action: z.enum(trailActions).optional(),
  objectKind: z.enum(trailObjects).optional(),
  objectId: z.string().max(200).optional(),
  /** First and last day, Asia/Shanghai. */
  since: civilDateSchema.optional(),
  until: civilDateSchema.optional(),
});
export type TrailQuery = z.infer<typeof trailQuerySchema>;

export const verifiedTrailSchema = z
  .object({
    entries: z.int(),
    sound: z.boolean(),
    head: z.string(),
    fault: z.object({ seq: z.int(), message: z.string() }).nullable(),
  })
  .meta({ id: 'VerifiedAdminTrail' });
