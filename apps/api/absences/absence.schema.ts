import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const user = z.string().min(1).max(64);
const kindSchema = z.enum(['leave', 'travel', 'training', 'secondment', 'other']);

export const absenceSchema = z
  .object({
    id: z.string(),
    personId: user,
    personName: z.string(),
    since: civilDateSchema,
    /** The last day. */
    until: civilDateSchema,
    /** Why is told to whoever it is about and whoever entered it; null to others. */
    kind: kindSchema.nullable(),
    note: z.string().nullable(),
    enteredBy: z.string(),
    enteredAt: z.string(),
    cancelledAt: z.string().nullable(),
    /** Deputies for all of it, or a part. */
    deputies: z.array(z.object({ user: z.string(), name: z.string() })),
  })
  .meta({ id: 'Absence' });
export type Absence = z.infer<typeof absenceSchema>;
export const absenceListSchema = listOf(absenceSchema, 'AbsenceList');
export type AbsenceList = z.infer<typeof absenceListSchema>;

export const newAbsenceSchema = z.strictObject({
  /** Oneself if absent; another where one leads that person's agency. */
  personId: user.optional(),
  since: civilDateSchema,
  until: civilDateSchema,
  kind: kindSchema.default('leave'),
  note: z.string().trim().max(500).optional(),
});
export type NewAbsence = z.infer<typeof newAbsenceSchema>;

export const absenceQuerySchema = z.object({
  ...pageQuery,
  personId: user.optional(),
  agency: z.string().max(32).optional(),
  /** Away on this day; without it past and future ones too. */
  on: civilDateSchema.optional(),
});
export type AbsenceQuery = z.infer<typeof absenceQuerySchema>;
