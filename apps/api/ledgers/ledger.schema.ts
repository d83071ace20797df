import { z } from 'zod';
import { variablesSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

const recordSchema = z
  .object({
    ledger: z.string(),
    id: z.string(),
    caseId: z.string(),
    caseNumber: z.string(),
    caseTitle: z.string(),
    status: z.string(),
    agency: z.string().nullable(),
    elementId: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    data: variablesSchema,
  })
  .meta({ id: 'LedgerRecord' });
export type LedgerRecord = z.infer<typeof recordSchema>;

export const ledgerSchema = listOf(recordSchema, 'Ledger');
export type Ledger = z.infer<typeof ledgerSchema>;

export const ledgerParametersSchema = z.object({ kind: z.string().regex(/^[a-z][a-z-]{0,40}$/) });
export const ledgerFilterSchema = z.object({
  caseId: z.string().max(200).optional(),
  status: z.string().max(100).optional(),
  agency: z.string().max(100).optional(),
  trial: flag.optional(),
});
export type LedgerFilter = z.infer<typeof ledgerFilterSchema>;
export const ledgerQuerySchema = ledgerFilterSchema.extend(pageQuery);
export type LedgerQuery = z.infer<typeof ledgerQuerySchema>;
