import { z } from 'zod';
import { reasonSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

export const copySchema = z
  .object({
    id: z.string(),
    caseId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    secrecy: z.string(),
    /** The step that it is of; null for the whole case. */
    taskId: z.string().nullable(),
    taskName: z.string().nullable(),
    to: z.string(),
    toName: z.string().nullable(),
    sentBy: z.string().nullable(),
    sentByName: z.string().nullable(),
    text: z.string().nullable(),
    sentAt: z.string(),
    /** 已阅. */
    readAt: z.string().nullable(),
    recalledAt: z.string().nullable(),
  })
  .meta({ id: 'Copy' });
export type Copy = z.infer<typeof copySchema>;
export const copyListSchema = listOf(copySchema, 'CopyList');
export type CopyList = z.infer<typeof copyListSchema>;

export const copyQuerySchema = z.object({ ...pageQuery, read: flag.optional(), trial: flag.default(false) });
export type CopyQuery = z.infer<typeof copyQuerySchema>;

export const sendCopySchema = z.strictObject({
  to: z.array(z.string().min(1).max(64)).min(1).max(100),
  text: z.string().trim().min(1).max(2000).optional(),
  reason: reasonSchema,
});
export type SendCopy = z.infer<typeof sendCopySchema>;

export const copyBodySchema = z.strictObject({ reason: reasonSchema }).prefault({});
export type CopyBody = z.infer<typeof copyBodySchema>;
