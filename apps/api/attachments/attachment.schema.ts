import { z } from 'zod';
import { viewKinds } from './view-kind.ts';

export const attachmentSchema = z
  .object({
    id: z.string(),
    hash: z.string(),
    size: z.int(),
    name: z.string(),
    type: z.string(),
    caseId: z.string().nullable(),
    uploadedBy: z.string(),
    uploadedAt: z.string(),
    /** How it can be looked at in the page; an office document only where LibreOffice is there. */
    view: z.enum(viewKinds),
    viewable: z.boolean(),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachmentSchema>;

export const uploadQuerySchema = z.object({ caseId: z.string().min(1).max(200).optional() });
export type UploadQuery = z.infer<typeof uploadQuerySchema>;
