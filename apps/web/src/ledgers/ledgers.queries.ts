import { queryOptions } from '@tanstack/react-query';
import type { LedgerCatalogue, LedgerSummary } from '../../../api/ledgers/ledger.schema.ts';
import { call } from '../server/call.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

export const catalogueQuery = queryOptions({
  queryKey: ['ledgers', 'catalogue'],
  queryFn: ({ signal }) => call<LedgerCatalogue>('/ledgers', { signal }),
  staleTime: 3_600_000,
});

export const summaryQuery = (kind: string, query: Query) =>
  queryOptions({
    queryKey: ['ledger', kind, 'summary', query],
    queryFn: ({ signal }) => call<LedgerSummary>(`/ledgers/${encodeURIComponent(kind)}/summary`, { query, signal }),
  });
