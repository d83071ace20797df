import { z } from 'zod';
import { jsonSchema } from '../json.schema.ts';

const kindSchema = z.enum(['process', 'decision', 'form']);
export type DesignKind = z.infer<typeof kindSchema>;

const key = z.string().regex(/^[A-Za-z_][\w.-]{0,63}$/);
export const draftAddressSchema = z.object({ kind: kindSchema, key });
export type DraftAddress = z.infer<typeof draftAddressSchema>;

export const draftQuerySchema = z.object({
  /** What the lists call it. */
  name: z.string().trim().min(1).max(200),
  /** The published version it began from. */
  base: z.coerce.number().int().min(1).max(1_000_000).optional(),
  /** When the draft was saved that this one follows; absent for the first one. */
  seen: z.string().max(40).optional(),
});
export type DraftQuery = z.infer<typeof draftQuerySchema>;

const summary = {
  kind: kindSchema,
  key,
  name: z.string(),
  baseVersion: z.int().nullable(),
  savedAt: z.string(),
  /** The newest published version, and who published it; null when there is none. */
  published: z.object({ version: z.int(), by: z.string().nullable(), at: z.string() }).nullable(),
};
const draftSummarySchema = z.object(summary).meta({ id: 'DesignDraftSummary' });
export type DesignDraftSummary = z.infer<typeof draftSummarySchema>;

export const designDraftSchema = z
  .object({
    ...summary,
    /** BPMN or DMN XML; of a form its JSON Schema. */
    content: z.union([z.string(), z.record(z.string(), jsonSchema)]),
  })
  .meta({ id: 'DesignDraft' });
export type DesignDraft = z.infer<typeof designDraftSchema>;

export const savedDraftSchema = draftSummarySchema.meta({ id: 'SavedDesignDraft' });
export const draftListSchema = z
  .object({ items: z.array(draftSummarySchema), nextCursor: z.string().nullable(), total: z.int() })
  .meta({ id: 'DesignDraftList' });
export type DesignDraftList = z.infer<typeof draftListSchema>;
