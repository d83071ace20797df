import { z } from 'zod';
import { attachmentSchema } from '../attachments/attachment.schema.ts';

const megabyte = 1024 * 1024;
/** What a file may hold, and one piece of it. */
export const fileLimit = 200 * megabyte;
export const pieceLimit = 16 * megabyte;

export const beginUploadSchema = z.strictObject({
  name: z.string().min(1).max(255),
  type: z.string().max(200).default('application/octet-stream'),
  size: z.int().min(0),
  caseId: z.string().min(1).max(200).optional(),
});
export type BeginUpload = z.infer<typeof beginUploadSchema>;

export const uploadSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    size: z.int(),
    caseId: z.string().nullable(),
    /** Bytes that are here: the next piece begins there. */
    offset: z.int(),
    pieceLimit: z.int(),
    /** Of a file that is here whole. */
    attachment: attachmentSchema.optional(),
  })
  .meta({ id: 'Upload' });
export type Upload = z.infer<typeof uploadSchema>;

export const pieceQuerySchema = z.object({ offset: z.coerce.number().int().min(0) });
export type PieceQuery = z.infer<typeof pieceQuerySchema>;
