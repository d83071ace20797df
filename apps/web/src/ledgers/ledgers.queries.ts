import { queryOptions } from '@tanstack/react-query';
import type { FourForms } from '../../../api/ledgers/four-forms.schema.ts';
import type { LedgerCatalogue, LedgerSummary } from '../../../api/ledgers/ledger.schema.ts';
import type { PetitionAnalysisShown } from '../../../api/ledgers/petitions.schema.ts';
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

interface FourFormsAsked {
  readonly year: number;
  readonly since: number;
  readonly agency: string | undefined;
  readonly unit: string | undefined;
}
export const fourFormsQuery = (query: FourFormsAsked) =>
  queryOptions({
    queryKey: ['ledger', 'clue', 'four-forms', query],
    queryFn: ({ signal }) => call<FourForms>('/ledgers/clue/four-forms', { query: { ...query }, signal }),
  });

export const petitionsQuery = (period: string) =>
  queryOptions({
    queryKey: ['ledger', 'petition', 'analysis', period],
    queryFn: ({ signal }) => call<PetitionAnalysisShown>('/ledgers/petition/analysis', { query: { period }, signal }),
  });
