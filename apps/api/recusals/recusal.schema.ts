import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const user = z.string().min(1).max(64);
const id = z.string().min(1).max(200);
const groundSchema = z.enum(['relative', 'witness', 'interest', 'other']);
const stateSchema = z.enum(['asked', 'approved', 'refused', 'lifted']);

/** What one case was told. */
const toldSchema = z.object({
  caseId: z.string(),
  told: z.boolean(),
  code: z.string().nullable(),
  message: z.string().nullable(),
});

export const recusalSchema = z
  .object({
    id: z.string(),
    personId: user,
    personName: z.string(),
    /** The case, with its family; null where it is about a unit or a person. */
    caseId: z.string().nullable(),
    caseNumber: z.string().nullable(),
    party: z.string().nullable(),
    partyKind: z.enum(['unit', 'subject']).nullable(),
    ground: groundSchema,
    note: z.string().nullable(),
    /** Loses sight of the case as well. */
    hides: z.boolean(),
    since: civilDateSchema,
    until: civilDateSchema.nullable(),
    state: stateSchema,
    askedBy: z.string(),
    askedAt: z.string(),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    decisionReason: z.string().nullable(),
    liftedBy: z.string().nullable(),
    liftedAt: z.string().nullable(),
    cases: z.array(toldSchema),
  })
  .meta({ id: 'Recusal' });
export type Recusal = z.infer<typeof recusalSchema>;
export const recusalListSchema = listOf(recusalSchema, 'RecusalList');
export type RecusalList = z.infer<typeof recusalListSchema>;

export const newRecusalSchema = z
  .strictObject({
    /** Oneself if absent. */
    personId: user.optional(),
    caseId: id.optional(),
    /** An agency's id. */
    unit: z.string().min(1).max(32).optional(),
    /** A person's name, as cases write it. */
    subject: z.string().trim().min(1).max(100).optional(),
    ground: groundSchema,
    note: z.string().trim().max(2000).optional(),
    hides: z.boolean().default(true),
    since: civilDateSchema.optional(),
    until: civilDateSchema.nullable().default(null),
    /** Who gets what is in the person's hands, where it cannot go back to a group. */
    handTo: user.optional(),
    reason: reasonSchema,
  })
  .refine(
    ({ caseId, unit, subject }) => [caseId, unit, subject].filter((one) => one !== undefined).length === 1,
    '请给出 caseId、unit、subject 之一',
  );
export type NewRecusal = z.infer<typeof newRecusalSchema>;

export const approveSchema = z.strictObject({ handTo: user.optional(), reason: reasonSchema }).prefault({});
export type Approve = z.infer<typeof approveSchema>;

export const recusalQuerySchema = z.object({
  ...pageQuery,
  personId: user.optional(),
  caseId: id.optional(),
  state: stateSchema.optional(),
});
export type RecusalQuery = z.infer<typeof recusalQuerySchema>;
