import { z } from 'zod';
import { civilDateSchema, reasonSchema } from '../../json.schema.ts';
import { flag, listOf, pageQuery } from '../../lists/list.schema.ts';

const agencyKinds = [
  'discipline',
  'inspection',
  'audit',
  'finance',
  'organisation',
  'propaganda',
  'party',
  'government',
  'justice',
  'unit',
  'platform',
  'other',
] as const;
const kindSchema = z.enum(agencyKinds);

export const agencyIdSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, '单位代码由小写字母、数字和连字符组成，以字母开头');
const name = z.string().trim().min(1).max(100);

export const agencySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    english: z.string(),
    kind: z.string(),
    parent: z.string().nullable(),
    /** From this day on there is no such agency. */
    dissolvedOn: civilDateSchema.nullable(),
    active: z.boolean(),
    /** People whose home it is, and posts held in it today. */
    people: z.int(),
    posts: z.int(),
    children: z.int(),
  })
  .meta({ id: 'Agency' });
export type Agency = z.infer<typeof agencySchema>;
export const agencyListSchema = listOf(agencySchema, 'AgencyList');
export type AgencyList = z.infer<typeof agencyListSchema>;

export const agencyQuerySchema = z.object({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(500).default(200),
  q: z.string().trim().max(100).optional(),
  kind: kindSchema.optional(),
  /** Directly below this one; `none` for those at the top. */
  parent: z.string().max(32).optional(),
  active: flag.optional(),
});
export type AgencyQuery = z.infer<typeof agencyQuerySchema>;

export const newAgencySchema = z.strictObject({
  id: agencyIdSchema,
  name,
  english: z.string().trim().max(200).default(''),
  kind: kindSchema,
  parent: agencyIdSchema.nullable().default(null),
  reason: reasonSchema,
});
export type NewAgency = z.infer<typeof newAgencySchema>;

export const agencyPatchSchema = z.strictObject({
  name: name.optional(),
  english: z.string().trim().max(200).optional(),
  kind: kindSchema.optional(),
  parent: agencyIdSchema.nullable().optional(),
  reason: reasonSchema,
});
export type AgencyPatch = z.infer<typeof agencyPatchSchema>;

export const dissolveSchema = z.strictObject({
  /** The first day without it. */
  on: civilDateSchema,
  /** Although it has agencies below it or open steps; its posts end the day before in any case. */
  evenIfInUse: z.boolean().default(false),
  reason: reasonSchema,
});
export type Dissolve = z.infer<typeof dissolveSchema>;
