import { z } from 'zod';
import { civilDateSchema, variablesSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

const recordSchema = z
  .object({
    ledger: z.string(),
    id: z.string(),
    caseId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    title: z.string(),
    status: z.string(),
    /** Nothing more is asked of it. */
    closed: z.boolean(),
    agency: z.string().nullable(),
    /** The supervised unit that it is about. */
    unit: z.string().nullable(),
    dueOn: z.string().nullable(),
    overdue: z.boolean(),
    elementId: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    data: variablesSchema,
    /** What the caller may do to it outside a step. */
    acts: z.array(z.string()),
  })
  .meta({ id: 'LedgerRecord' });
export type LedgerRecord = z.infer<typeof recordSchema>;

export const ledgerSchema = listOf(recordSchema, 'Ledger');
export type Ledger = z.infer<typeof ledgerSchema>;

const kind = z.string().regex(/^[a-z][a-z-]{0,40}$/);
export const ledgerParametersSchema = z.object({ kind });

const filters = {
  caseId: z.string().max(200).optional(),
  status: z.string().max(100).optional(),
  closed: flag.optional(),
  /** Who wrote it. */
  agency: z.string().max(100).optional(),
  /** Whom it is about. */
  unit: z.string().max(100).optional(),
  /** Of its beginning. */
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  overdue: flag.optional(),
  /** The cadre that it is about, where the kind names one. */
  cadre: z.string().max(100).optional(),
  /** Which of the four forms a disposed clue came to. */
  form: z.string().max(40).optional(),
  /** The day on which it was closed. */
  closedFrom: civilDateSchema.optional(),
  closedTo: civilDateSchema.optional(),
  q: z.string().trim().max(100).optional(),
  trial: flag.optional(),
};
export const ledgerFilterSchema = z.object(filters);
export type LedgerFilter = z.infer<typeof ledgerFilterSchema>;
export const ledgerQuerySchema = z.object({
  ...pageQuery,
  ...filters,
  sort: z.enum(['changed', 'created', 'due', 'unit']).default('changed'),
});
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;

/** Counts over everything that the filters leave. */
export const ledgerSummarySchema = z
  .object({
    total: z.int(),
    open: z.int(),
    overdue: z.int(),
    statuses: z.record(z.string(), z.int()),
    years: z.array(z.int()),
    units: z.array(z.object({ unit: z.string().nullable(), total: z.int(), open: z.int(), overdue: z.int() })),
  })
  .meta({ id: 'LedgerSummary' });
export type LedgerSummary = z.infer<typeof ledgerSummarySchema>;

const wordSchema = z.object({ name: z.string(), english: z.string() });
export const ledgerCatalogueSchema = z
  .object({
    ledgers: z.array(
      wordSchema.extend({
        kind: z.string(),
        statuses: z.record(z.string(), wordSchema.extend({ closed: z.boolean() })),
        columns: z.array(wordSchema.extend({ path: z.string(), as: z.string() })),
        acts: z.record(z.string(), wordSchema.extend({ to: z.string(), proof: z.boolean(), reason: z.boolean() })),
        hasDue: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'LedgerCatalogue' });
export type LedgerCatalogue = z.infer<typeof ledgerCatalogueSchema>;

/** An act of the catalogue on one record, with its proof. */
export const recordActSchema = z.strictObject({
  caseId: z.string().min(1).max(200),
  id: z.string().min(1).max(200),
  act: z.string().min(1).max(40),
  /** What was done. */
  proof: z.string().trim().max(4000).optional(),
  /** Attachments of the case. */
  files: z.array(z.string().min(1).max(100)).max(50).default([]),
  reason: z.string().trim().max(2000).optional(),
});
export type RecordAct = z.infer<typeof recordActSchema>;

export const changedRecordSchema = z
  .object({
    caseId: z.string(),
    id: z.string(),
    status: z.string(),
    settled: z.boolean(),
  })
  .meta({ id: 'ChangedRecord' });
export type ChangedRecord = z.infer<typeof changedRecordSchema>;
