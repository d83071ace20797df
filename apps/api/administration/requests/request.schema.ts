import { z } from 'zod';
import { reasonSchema, variablesSchema } from '../../json.schema.ts';
import { listOf, pageQuery } from '../../lists/list.schema.ts';
import { administratorKinds } from '../../../../domain/administration.ts';
import { deputySchema } from '../../deputies/deputy.schema.ts';
import { postSchema } from '../people/person.schema.ts';

const requestKinds = ['post', 'password', 'reactivation', 'deputy'] as const;
export type RequestKind = (typeof requestKinds)[number];
const decisions = ['confirmed', 'refused', 'withdrawn'] as const;

export const adminRequestSchema = z
  .object({
    id: z.string(),
    kind: z.enum(requestKinds),
    /** Whom it is about. */
    personId: z.string(),
    personName: z.string(),
    payload: variablesSchema,
    reason: z.string().nullable(),
    requestedBy: z.string(),
    requestedAt: z.string(),
    /** The kind of administrator that decides. */
    confirmer: z.enum(administratorKinds),
    decision: z.enum(decisions).nullable(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
  })
  .meta({ id: 'AdminRequest' });
export type AdminRequest = z.infer<typeof adminRequestSchema>;
export const requestListSchema = listOf(adminRequestSchema, 'AdminRequestList');
export type RequestList = z.infer<typeof requestListSchema>;

/** What a confirmation brought about. */
export const confirmedSchema = adminRequestSchema
  .extend({
    post: postSchema.optional(),
    deputy: deputySchema.optional(),
    /** Told once. */
    oneTimePassword: z.string().optional(),
    expiresAt: z.string().optional(),
  })
  .meta({ id: 'ConfirmedRequest' });
export type Confirmed = z.infer<typeof confirmedSchema>;

export const requestQuerySchema = z.object({
  ...pageQuery,
  state: z.enum(['open', 'decided']).optional(),
  confirmer: z.enum(administratorKinds).optional(),
  kind: z.enum(requestKinds).optional(),
  personId: z.string().max(64).optional(),
});
export type RequestQuery = z.infer<typeof requestQuerySchema>;

/** Posts are asked for at the person. */
export const newRequestSchema = z.strictObject({
  kind: z.enum(['password', 'reactivation']),
  personId: z.string().min(1).max(64),
  reason: reasonSchema,
});
export type NewRequest = z.infer<typeof newRequestSchema>;

export const refuseSchema = z.strictObject({ reason: reasonSchema.unwrap().min(1) });
export type Refuse = z.infer<typeof refuseSchema>;
