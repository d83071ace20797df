import { z } from 'zod';
import { flag, listOf, pageQuery } from '../../lists/list.schema.ts';

const sessionSchema = z
  .object({
    id: z.string(),
    personId: z.string(),
    personName: z.string(),
    createdAt: z.string(),
    lastSeenAt: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().nullable(),
    remote: z.string().nullable(),
    live: z.boolean(),
    /** The one that asks. */
    own: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;
export const sessionListSchema = listOf(sessionSchema, 'SessionList');
export type SessionList = z.infer<typeof sessionListSchema>;

export const sessionQuerySchema = z.object({
  ...pageQuery,
  personId: z.string().max(64).optional(),
  live: flag.optional(),
});
export type SessionQuery = z.infer<typeof sessionQuerySchema>;
