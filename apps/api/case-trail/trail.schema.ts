import { z } from 'zod';
import { listOf, pageQuery } from '../lists/list.schema.ts';

export const journalSchema = listOf(
  z
    .object({
      seq: z.int(),
      kind: z.string(),
      actor: z.string().nullable(),
      actorName: z.string().nullable(),
      at: z.string(),
      /** The exact text that was hashed; its SHA-256 is `hash`, and it names `previousHash`. */
      canonical: z.string(),
      previousHash: z.string(),
      hash: z.string(),
    })
    .meta({ id: 'JournalLink' }),
  'CaseJournal',
);
export type CaseJournal = z.infer<typeof journalSchema>;

export const trailQuerySchema = z.object(pageQuery);
export type TrailQuery = z.infer<typeof trailQuerySchema>;

export const verifiedJournalSchema = z
  .object({
    sound: z.boolean(),
    steps: z.int(),
    /** Of the last step: noted elsewhere, it shows later whether the end has been cut off. */
    head: z.string(),
    fault: z.object({ table: z.string(), key: z.string(), message: z.string() }).nullable(),
    checkedAt: z.string(),
  })
  .meta({ id: 'VerifiedJournal' });
export type VerifiedJournal = z.infer<typeof verifiedJournalSchema>;
