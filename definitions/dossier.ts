import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().trim().min(1);
const subjectKind = z.enum(['cadre', 'unit']);

const sectionSchema = z.strictObject({
  name: text,
  english: text,
  of: z.array(subjectKind).min(1),
  subjectReads: z.boolean().default(false),
  subjectWrites: z.boolean().default(false),
  twoReaders: z.boolean().default(false),
});

const dossierRulesSchema = z.strictObject({
  sections: z.record(z.string().regex(/^[a-z][a-z-]*$/), sectionSchema),
  kept: z.strictObject({ levels: z.array(text), standings: z.array(z.enum(['head', 'leader', 'member'])) }),
  twoReadersFor: z.strictObject({ standings: z.array(z.enum(['head', 'leader', 'member'])) }),
  grantDays: z.int().min(1).max(365),
  sessionMinutes: z.int().min(1).max(480),
  feedWithin: z.int().min(1),
});
export type DossierRules = z.infer<typeof dossierRulesSchema>;

/** The rules of dossiers; a file that is not what it should be stops the start. */
export const dossierRules: DossierRules = dossierRulesSchema.parse(
  parse(readFileSync(new URL('dossier.yaml', import.meta.url), 'utf8')),
);
