import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const wordSchema = z.strictObject({ name: z.string().min(1), english: z.string().min(1) });
const wordsSchema = z.record(z.string().regex(/^[a-z][a-z-]*$/), wordSchema);
const fixed = <const Key extends string>(...keys: readonly Key[]) => z.record(z.enum(keys), wordSchema);

const registryWordsSchema = z.strictObject({
  categories: wordsSchema,
  ranks: wordsSchema,
  levels: wordsSchema,
  standings: fixed('head', 'leader', 'member'),
  leavings: wordsSchema,
  endings: fixed('merged', 'dissolved'),
});
export type RegistryWords = z.infer<typeof registryWordsSchema>;

/** The words of the registry of the supervised; a file that is not what it should be stops the start. */
export const registryWords: RegistryWords = registryWordsSchema.parse(
  parse(readFileSync(new URL('registry.yaml', import.meta.url), 'utf8')),
);
