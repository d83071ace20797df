import { z } from 'zod';
import { jsonSchema, variablesSchema } from '../json.schema.ts';
import { problemSchema } from '../problem/problem.schema.ts';

const defects = z.array(problemSchema.shape.defects.unwrap().element);

/** Everything that publication would say, while there may be defects. */
export const checkedDocumentSchema = z.object({ defects, warnings: defects }).meta({ id: 'CheckedDocument' });
export type CheckedDocument = z.infer<typeof checkedDocumentSchema>;

/** A document as it can be drawn on: in our own attributes and FEEL, with a diagram; and what was read of another engine. */
export const openedDocumentSchema = z
  .object({
    kind: z.enum(['process', 'decision']),
    /** Null when it cannot be read at all. */
    document: z.string().nullable(),
    key: z.string().nullable(),
    name: z.string().nullable(),
    defects,
    warnings: defects,
    imported: defects,
  })
  .meta({ id: 'OpenedDocument' });
export type OpenedDocument = z.infer<typeof openedDocumentSchema>;

export const laidOutSchema = z.object({ document: z.string() }).meta({ id: 'LaidOutDocument' });
export type LaidOutDocument = z.infer<typeof laidOutSchema>;

export const publishedPictureSchema = z.object({ bpmn: z.string() }).meta({ id: 'PublishedPicture' });
export type PublishedPicture = z.infer<typeof publishedPictureSchema>;

/** A decision that is being drawn, and what it is made from: FEEL by name or path. */
export const tryDecisionSchema = z.strictObject({
  document: z.string().min(1).max(2_000_000),
  key: z.string().min(1).max(64),
  values: z.record(z.string().min(1).max(200), z.string().min(1).max(4000)).default({}),
});
export type TryDecision = z.infer<typeof tryDecisionSchema>;

export const triedDecisionSchema = z
  .object({
    value: jsonSchema,
    /** The rules that hit, with their outputs; null for an expression. */
    hits: z.array(z.object({ rule: z.string(), outputs: variablesSchema })).nullable(),
    defects,
    /** Why it came to nothing; null when it came to something. */
    failed: z.string().nullable(),
  })
  .meta({ id: 'TriedDecision' });
export type TriedDecision = z.infer<typeof triedDecisionSchema>;
