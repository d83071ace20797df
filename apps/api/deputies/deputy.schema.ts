import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const user = z.string().min(1).max(64);

export const deputySchema = z
  .object({
    id: z.string(),
    principal: user,
    principalName: z.string(),
    deputy: user,
    deputyName: z.string(),
    since: civilDateSchema,
    /** The last day. */
    until: civilDateSchema,
    /** Procedures it is for; null for all. */
    definitionKeys: z.array(z.string()).nullable(),
    /** Roles whose steps it is for; null for all steps, also those given by name. */
    roles: z.array(z.string()).nullable(),
    reason: z.string().nullable(),
    givenBy: z.string(),
    givenAt: z.string(),
    revokedAt: z.string().nullable(),
    revokedBy: z.string().nullable(),
    inForce: z.boolean(),
  })
  .meta({ id: 'Deputy' });
export type Deputy = z.infer<typeof deputySchema>;
export const deputyListSchema = listOf(deputySchema, 'DeputyList');
export type DeputyList = z.infer<typeof deputyListSchema>;

/** What was given, with what should be thought of. */
export const givenSchema = deputySchema
  .extend({ warnings: z.array(z.object({ code: z.string(), message: z.string() })) })
  .meta({ id: 'GivenDeputy' });
export type Given = z.infer<typeof givenSchema>;

const term = {
  deputy: user,
  /** Today if absent. */
  since: civilDateSchema.optional(),
  until: civilDateSchema,
  definitionKeys: z.array(z.string().min(1).max(64)).min(1).max(100).nullable().default(null),
  roles: z.array(z.string().min(1).max(64)).min(1).max(100).nullable().default(null),
  reason: reasonSchema,
};
/** `principal`: oneself if absent; another where one leads that person's agency. */
export const newDeputySchema = z.strictObject({ principal: user.optional(), ...term });
export type NewDeputy = z.infer<typeof newDeputySchema>;
export const askedDeputySchema = z.strictObject(term);
export type AskedDeputy = z.infer<typeof askedDeputySchema>;

export const deputyQuerySchema = z.object({
  ...pageQuery,
  principal: user.optional(),
  deputy: user.optional(),
  /** In force on this day; without it past and future ones too. */
  on: civilDateSchema.optional(),
});
export type DeputyQuery = z.infer<typeof deputyQuerySchema>;
