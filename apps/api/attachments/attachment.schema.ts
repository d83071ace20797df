import { z } from 'zod';

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
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof attachmentSchema>;

export const uploadQuerySchema = z.object({ caseId: z.string().min(1).max(200).optional() });
export type UploadQuery = z.infer<typeof uploadQuerySchema>;
