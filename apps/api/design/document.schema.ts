import { z } from 'zod';
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
