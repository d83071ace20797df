import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../../json.schema.ts';
import { flag, listOf, pageQuery } from '../../lists/list.schema.ts';
import { agencyIdSchema } from '../agencies/agency.schema.ts';

/** Also the user name. */
const personIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9._-]{1,63}$/, '用户名由小写字母、数字和 . _ - 组成，以字母开头，至少两个字符');
const name = z.string().trim().min(1).max(100);

export const postSchema = z
  .object({
    id: z.string(),
    personId: z.string(),
    agency: z.string(),
    role: z.string(),
    title: z.string(),
    since: civilDateSchema,
    /** The last day; null without end. */
    until: civilDateSchema.nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'Post' });
export type Post = z.infer<typeof postSchema>;

export const personSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    agency: z.string().nullable(),
    active: z.boolean(),
    /** Closed by the security administrator, or for a while after wrong passwords. */
    locked: z.boolean(),
    lockedUntil: z.string().nullable(),
    hasPassword: z.boolean(),
    mustChangePassword: z.boolean(),
    createdAt: z.string(),
    lastSignInAt: z.string().nullable(),
    posts: z.array(postSchema),
    /** Asked for and not yet confirmed. */
    openRequests: z.int(),
    /** Steps in this person's hands; only how many. */
    openTasks: z.int(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof personSchema>;
export const personListSchema = listOf(personSchema, 'PersonList');
export type PersonList = z.infer<typeof personListSchema>;

export const personQuerySchema = z.object({
  ...pageQuery,
  q: z.string().trim().max(100).optional(),
  agency: z.string().max(32).optional(),
  /** Holds it today. */
  role: z.string().max(64).optional(),
  active: flag.optional(),
  locked: flag.optional(),
  sort: z.enum(['name', '-name', 'id', '-id', 'lastSignInAt', '-lastSignInAt']).default('id'),
});
export type PersonQuery = z.infer<typeof personQuerySchema>;

export const newPersonSchema = z.strictObject({
  id: personIdSchema,
  name,
  agency: agencyIdSchema,
  reason: reasonSchema,
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export const personPatchSchema = z.strictObject({
  name: name.optional(),
  agency: agencyIdSchema.optional(),
  reason: reasonSchema,
});
export type PersonPatch = z.infer<typeof personPatchSchema>;

export const deactivateSchema = z
  .strictObject({
    /** Although steps are still in this person's hands. */
    evenIfTasksOpen: z.boolean().default(false),
    reason: reasonSchema,
  })
  .prefault({});
export type Deactivate = z.infer<typeof deactivateSchema>;

/** The password is told once; it opens nothing but its own change. */
export const issuedSchema = z
  .object({ person: personSchema, oneTimePassword: z.string(), expiresAt: z.string() })
  .meta({ id: 'IssuedPassword' });
export type Issued = z.infer<typeof issuedSchema>;
