import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const text = z.string().trim().min(1);
/** `a`, `a.b`, or `case.a` for what the record's case says. */
const path = z.string().regex(/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*){0,2}$/u);
const key = z.string().regex(/^[a-z][a-z-]{0,40}$/);

const statusSchema = z.strictObject({ name: text, english: text, closed: z.boolean().default(false) });
const columnSchema = z.strictObject({
  path,
  name: text,
  english: text,
  as: z.enum(['text', 'number', 'day', 'agency', 'person', 'cadre', 'files', 'names']).default('text'),
});
const actSchema = z
  .strictObject({
    name: text,
    english: text,
    from: z.array(key).min(1),
    to: key,
    roles: z.array(text).default([]),
    agencies: z.array(path).default([]),
    proof: z.boolean().default(false),
    reason: z.boolean().default(false),
  })
  .refine(({ roles, agencies }) => roles.length + agencies.length > 0, { message: '须写明由谁办理', path: ['roles'] });

const ledgerSchema = z
  .strictObject({
    name: text,
    english: text,
    hidden: z.boolean().default(false),
    /** Where the records come from: steps write them, or they are the late steps themselves. */
    source: z.enum(['records', 'rungs']).default('records'),
    title: z.array(path).min(1),
    unit: z.array(path).default(['unit', 'case.unit']),
    /** The unit that a record is about may read it, whoever wrote it. */
    shownToUnit: z.boolean().default(false),
    due: z.array(path).default([]),
    statuses: z.record(key, statusSchema),
    columns: z.array(columnSchema),
    acts: z.record(key, actSchema).default({}),
  })
  .superRefine(({ statuses, acts }, context) => {
    for (const [name, { from, to }] of Object.entries(acts)) {
      for (const status of [...from, to]) {
        if (statuses[status]) continue;
        context.addIssue({ code: 'custom', path: ['acts', name], message: `没有状态“${status}”` });
      }
    }
  });

/** One ledger of the catalogue. */
export type LedgerDefinition = z.infer<typeof ledgerSchema>;
export type LedgerAct = z.infer<typeof actSchema>;

/** The ledgers by their kind; a file that is not what it should be stops the start. */
export const ledgerCatalogue: Readonly<Record<string, LedgerDefinition>> = z
  .record(key, ledgerSchema)
  .parse(parse(readFileSync(new URL('ledgers.yaml', import.meta.url), 'utf8')));

/** States in which a record of any ledger asks for nothing more, as expressions count them too (engine/scopes/ledger.ts). */
const closedAnyhow: readonly string[] = ['closed', 'cancelled', 'void', 'moved'];

export const closedStatusesOf = (kind: string): readonly string[] => {
  const own = Object.entries(ledgerCatalogue[kind]?.statuses ?? {});
  return [...new Set([...closedAnyhow, ...own.filter(([, { closed }]) => closed).map(([status]) => status)])];
};
