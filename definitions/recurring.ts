import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().trim().min(1);
const shippedSchema = z.strictObject({
  name: text,
  mechanism: z.string().regex(/^M\d{1,2}$/),
  definitionKey: text,
  work: z.enum(['case', 'ecology', 'rules']).default('case'),
  afterBatch: z.boolean().default(false),
  cycle: z.enum(['month', 'quarter', 'half-year', 'year']),
  opens: text,
  audience: z.strictObject({
    kind: z.enum(['once', 'agencies', 'units', 'holders', 'sources']),
    agencies: z.array(text).default([]),
    categories: z.array(text).default([]),
    role: text.nullable().default(null),
  }),
  agency: text,
  ownerRole: text,
  variables: z.record(text, z.json()).default({}),
  basis: text,
  confidence: z.enum(['A', 'B', 'C', 'D', 'K', 'SEED']),
  note: z.string().default(''),
  paused: z.boolean().default(false),
});

/** The recurring procedures of this release by their ids; a broken file stops the start. */
export const recurringOfRelease = () =>
  Object.entries(
    z
      .record(z.string().regex(/^[a-z][a-z0-9-]*$/), shippedSchema)
      .parse(parse(readFileSync(new URL('recurring.yaml', import.meta.url), 'utf8'))),
  ).map(([id, procedure]) => ({ id, ...procedure }));
