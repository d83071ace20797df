import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().trim().min(1);
const keys = z.array(text);

const entrySchema = z.strictObject({
  name: text,
  english: text,
  purpose: text,
  purposeEnglish: text,
  opens: keys,
  parts: keys.default([]),
  ledgers: keys,
  /** Address of a page of its own, where it has one. */
  page: text.optional(),
});

export interface CatalogueEntry extends z.infer<typeof entrySchema> {
  readonly key: string;
}

const file = new URL('../../../definitions/mechanisms.yaml', import.meta.url);

/** The mechanisms of this release in their order; a broken file stops the start. */
export function mechanismsOfRelease(): readonly CatalogueEntry[] {
  const entries = z.record(text, entrySchema).parse(parse(readFileSync(file, 'utf8')));
  return Object.entries(entries).map(([key, entry]) => ({ key, ...entry }));
}
