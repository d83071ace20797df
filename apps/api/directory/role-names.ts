import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const file = new URL('../../../definitions/roles.yaml', import.meta.url);
const namesSchema = z.record(z.string(), z.object({ name: z.string(), english: z.string() }));

/** The roles' names by key, as definitions/roles.yaml has them. */
export function roleNames(): z.infer<typeof namesSchema> {
  return namesSchema.parse(parse(readFileSync(file, 'utf8')));
}
