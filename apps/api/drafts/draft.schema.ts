import { z } from 'zod';
import { variablesSchema } from '../json.schema.ts';

/** What of a form is filled in so far; nothing of it is checked. */
export const draftContentSchema = z.strictObject({
  variables: variablesSchema,
  outcome: z.string().max(200).optional(),
  comment: z.string().max(20_000).optional(),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

export const draftSchema = z
  .object({ content: draftContentSchema.nullable(), savedAt: z.string().nullable() })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof draftSchema>;
