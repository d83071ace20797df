import { z } from 'zod';
import { civilDateSchema as day, reasonSchema } from '../json.schema.ts';
import { category, ending, leaving, level, longText, objectId, rank, shortText, standing } from './registry.words.ts';

const reason = { reason: reasonSchema };
export const newUnitSchema = z.strictObject({
  ...reason,
  id: objectId.optional(),
  name: shortText,
  category,
  superior: objectId.nullable().default(null),
  group: objectId.nullable().default(null),
  since: day,
  basis: longText.default(''),
});
export const unitChangeSchema = z
  .strictObject({
    ...reason,
    since: day,
    name: shortText.optional(),
    category: category.optional(),
    superior: objectId.nullable().optional(),
    group: objectId.nullable().optional(),
    basis: longText.optional(),
  })
  .refine(
    ({ name, category: kind, superior, group }) =>
      [name, kind, superior, group].some((changed) => changed !== undefined),
    { message: '请写明名称、类别、主管单位或派驻组的变更', path: ['name'] },
  );
export const unitEndSchema = z.strictObject({
  ...reason,
  on: day,
  as: ending,
  successor: objectId.nullable().default(null),
});
export const unitBeginSchema = z.strictObject({ ...reason, since: day });
export const bareSchema = z.strictObject({ ...reason });

const postFields = {
  unit: objectId,
  title: shortText,
  rank,
  standing,
  since: day,
  until: day.nullable().default(null),
  basis: longText.default(''),
};
export const newCadreSchema = z.strictObject({
  ...reason,
  id: objectId.optional(),
  name: shortText,
  managedBy: level,
  account: z.string().max(64).nullable().default(null),
  since: day,
  post: z.strictObject(postFields).optional(),
});
export const cadreCorrectionSchema = z.strictObject({
  ...reason,
  name: shortText.optional(),
  managedBy: level.optional(),
  account: z.string().max(64).nullable().optional(),
  since: day.optional(),
});
export const appointmentSchema = z.strictObject({
  ...reason,
  ...postFields,
  leavingOthers: z.boolean().default(false),
});
const postKey = z.strictObject({ unit: objectId, title: shortText, since: day });
export const postCorrectionSchema = z.strictObject({
  ...reason,
  post: postKey,
  change: z
    .strictObject({
      unit: objectId.optional(),
      title: shortText.optional(),
      rank: rank.optional(),
      standing: standing.optional(),
      since: day.optional(),
      until: day.nullable().optional(),
      basis: longText.optional(),
    })
    .refine((change) => Object.keys(change).length > 0, { message: '没有写明更正什么' }),
});
export const leaveSchema = z.strictObject({ ...reason, on: day, as: leaving });
export const newPortfolioSchema = z.strictObject({
  ...reason,
  leader: objectId,
  unit: objectId,
  since: day,
  until: day.nullable().default(null),
  matter: longText.default(''),
  basis: longText.default(''),
});
export const portfolioCorrectionSchema = z.strictObject({
  ...reason,
  leader: objectId,
  unit: objectId,
  since: day,
  change: z
    .strictObject({
      until: day.nullable().optional(),
      matter: longText.optional(),
      basis: longText.optional(),
      since: day.optional(),
    })
    .refine((change) => Object.keys(change).length > 0, { message: '没有写明更正什么' }),
});
export type Body<Schema extends z.ZodType> = z.infer<Schema>;
