import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../../json.schema.ts';
import { listOf, pageQuery } from '../../lists/list.schema.ts';
import { agencyIdSchema } from '../agencies/agency.schema.ts';
import { postSchema } from '../people/person.schema.ts';

const title = z.string().trim().max(100);

export const newPostSchema = z.strictObject({
  agency: agencyIdSchema,
  role: z.string().min(1).max(64),
  title: title.default(''),
  /** Today if absent. */
  since: civilDateSchema.optional(),
  /** The last day. */
  until: civilDateSchema.nullable().default(null),
  reason: reasonSchema,
});
export type NewPost = z.infer<typeof newPostSchema>;

export const postPatchSchema = z.strictObject({ title, reason: reasonSchema });
export type PostPatch = z.infer<typeof postPatchSchema>;

export const endPostSchema = z.strictObject({
  /** The last day; yesterday ends it at once. */
  until: civilDateSchema,
  /** Although steps of this role are still in this person's hands. */
  evenIfTasksOpen: z.boolean().default(false),
  reason: reasonSchema,
});
export type EndPost = z.infer<typeof endPostSchema>;

const heldPostSchema = postSchema.extend({ personName: z.string() }).meta({ id: 'HeldPost' });
export type HeldPostRow = z.infer<typeof heldPostSchema>;
export const postListSchema = listOf(heldPostSchema, 'PostList');
export type PostList = z.infer<typeof postListSchema>;

export const postQuerySchema = z.object({
  ...pageQuery,
  agency: z.string().max(32).optional(),
  role: z.string().max(64).optional(),
  personId: z.string().max(64).optional(),
  /** Held on this day; without it, past and future posts too. */
  on: civilDateSchema.optional(),
});
export type PostQuery = z.infer<typeof postQuerySchema>;
