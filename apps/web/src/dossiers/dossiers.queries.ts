import { queryOptions } from '@tanstack/react-query';
import type {
  Dossier,
  DossierGrantList,
  DossierKeeperList,
  DossierLookList,
  DossierRulesView,
  StrayLineList,
} from '../../../api/dossiers/dossier.schema.ts';
import { call } from '../server/call.ts';

export const rulesQuery = queryOptions({
  queryKey: ['dossiers', 'rules'],
  queryFn: ({ signal }) => call<DossierRulesView>('/dossier-office', { signal }),
  staleTime: 60_000,
});

const pathOf = (kind: string, id: string): string => `/dossiers/${kind}/${encodeURIComponent(id)}`;

/** Each reading is written down as a look: it is asked for when somebody opens the page, and never by the page itself. */
export const dossierQuery = (kind: string, id: string) =>
  queryOptions({
    queryKey: ['dossiers', kind, id],
    queryFn: ({ signal }) => call<Dossier>(pathOf(kind, id), { signal }),
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const looksQuery = (kind: string, id: string) =>
  queryOptions({
    queryKey: ['dossiers', kind, id, 'looks'],
    queryFn: ({ signal }) => call<DossierLookList>(`${pathOf(kind, id)}/looks`, { query: { limit: 50 }, signal }),
  });

export const keepersQuery = queryOptions({
  queryKey: ['dossiers', 'keepers'],
  queryFn: ({ signal }) => call<DossierKeeperList>('/dossier-office/keepers', { signal }),
});

export const straysQuery = queryOptions({
  queryKey: ['dossiers', 'strays'],
  queryFn: ({ signal }) => call<StrayLineList>('/dossier-office/strays', { query: { limit: 100 }, signal }),
});

export const grantsQuery = queryOptions({
  queryKey: ['dossiers', 'grants'],
  queryFn: ({ signal }) => call<DossierGrantList>('/dossier-office/grants', { signal }),
});
