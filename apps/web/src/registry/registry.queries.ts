import { queryOptions } from '@tanstack/react-query';
import type { RegistryWords } from '../../../../definitions/registry.ts';
import type {
  RegisteredCadreDetail,
  RegisteredUnitDetail,
  RegistryChangeList,
} from '../../../api/registry/registry.schema.ts';
import { call } from '../server/call.ts';

export const wordsQuery = queryOptions({
  queryKey: ['registry', 'words'],
  queryFn: ({ signal }) => call<RegistryWords>('/registry/words', { signal }),
  staleTime: 3_600_000,
});

export const unitQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'unit', id],
    queryFn: ({ signal }) => call<RegisteredUnitDetail>(`/registry/units/${encodeURIComponent(id)}`, { signal }),
  });

export const cadreQuery = (id: string) =>
  queryOptions({
    queryKey: ['registry', 'cadre', id],
    queryFn: ({ signal }) => call<RegisteredCadreDetail>(`/registry/cadres/${encodeURIComponent(id)}`, { signal }),
  });

export const changesQuery = (kind: 'units' | 'cadres', id: string) =>
  queryOptions({
    queryKey: ['registry', kind, id, 'changes'],
    queryFn: ({ signal }) =>
      call<RegistryChangeList>(`/registry/${kind}/${encodeURIComponent(id)}/changes`, { query: { limit: 50 }, signal }),
  });
