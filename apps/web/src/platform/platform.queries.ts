import { queryOptions } from '@tanstack/react-query';
import type { Models, Scores } from '../../../api/platform/ecology.schema.ts';
import type { IndicatorValues, Indicators, Parts } from '../../../api/platform/indicator.schema.ts';
import type { Doubts, Rules } from '../../../api/platform/rule.schema.ts';
import type { Batch, Batches, Rows, Source, SourceChanges, Sources } from '../../../api/platform/source.schema.ts';
import { addressOf, call } from '../server/call.ts';
import { problemOf } from '../server/problem.ts';

const at = (...parts: readonly string[]) => `/platform/${parts.map(encodeURIComponent).join('/')}`;

export const sourcesQuery = queryOptions({
  queryKey: ['platform', 'sources'],
  queryFn: ({ signal }) => call<Sources>(at('sources'), { signal }),
});
export const sourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['platform', 'sources', id],
    queryFn: ({ signal }) => call<Source>(at('sources', id), { signal }),
  });
export const sourceChangesQuery = (id: string) =>
  queryOptions({
    queryKey: ['platform', 'sources', id, 'changes'],
    queryFn: ({ signal }) => call<SourceChanges>(at('sources', id, 'changes'), { signal }),
  });
export const batchesQuery = (id: string) =>
  queryOptions({
    queryKey: ['platform', 'sources', id, 'batches'],
    queryFn: ({ signal }) => call<Batches>(at('sources', id, 'batches'), { query: { limit: 100 }, signal }),
  });
export const quarantineQuery = (id: string) =>
  queryOptions({
    queryKey: ['platform', 'sources', id, 'quarantine'],
    queryFn: ({ signal }) =>
      call<Rows>(at('sources', id, 'rows'), { query: { status: 'quarantined', limit: 200 }, signal }),
  });
export const indicatorsQuery = queryOptions({
  queryKey: ['platform', 'indicators'],
  queryFn: ({ signal }) => call<Indicators>(at('indicators'), { signal }),
});
export const versionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['platform', 'indicators', key, 'versions'],
    queryFn: ({ signal }) => call<Indicators>(at('indicators', key, 'versions'), { signal }),
  });
export const valuesQuery = (key: string, query: { readonly year: number; readonly since: number }) =>
  queryOptions({
    queryKey: ['platform', 'indicators', key, 'values', query],
    queryFn: ({ signal }) => call<IndicatorValues>(at('indicators', key, 'values'), { query, signal }),
  });
interface Place {
  readonly period: string;
  readonly unit: string | undefined;
  readonly dimension?: string;
}
export const partsQuery = (key: string, query: Place & { readonly dimension: string }) =>
  queryOptions({
    queryKey: ['platform', 'indicators', key, 'parts', query],
    queryFn: ({ signal }) => call<Parts>(at('indicators', key, 'parts'), { query: { ...query }, signal }),
  });
export const behindQuery = (key: string, query: Place & { readonly part?: string }) =>
  queryOptions({
    queryKey: ['platform', 'indicators', key, 'rows', query],
    queryFn: ({ signal }) => call<Rows>(at('indicators', key, 'rows'), { query: { ...query, limit: 200 }, signal }),
  });
export const rulesQuery = queryOptions({
  queryKey: ['platform', 'rules'],
  queryFn: ({ signal }) => call<Rules>(at('rules'), { signal }),
});
export const ruleVersionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['platform', 'rules', key, 'versions'],
    queryFn: ({ signal }) => call<Rules>(at('rules', key, 'versions'), { signal }),
  });
export const doubtsQuery = queryOptions({
  queryKey: ['platform', 'doubts'],
  queryFn: ({ signal }) => call<Doubts>(at('doubts'), { query: { limit: 200 }, signal }),
});

export const modelsQuery = queryOptions({
  queryKey: ['platform', 'ecology', 'models'],
  queryFn: ({ signal }) => call<Models>(at('ecology', 'model', 'versions'), { signal }),
});
export const scoresQuery = queryOptions({
  queryKey: ['platform', 'ecology', 'scores'],
  queryFn: ({ signal }) => call<Scores>(at('ecology', 'scores'), { signal }),
});

export async function sendBatch(id: string, file: File): Promise<Batch> {
  const body = new FormData();
  body.append('file', file, file.name);
  const response = await fetch(addressOf(at('sources', id, 'batches')), { method: 'POST', body });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as Batch;
}
