import { queryOptions } from '@tanstack/react-query';
import type { DesignNames, Procedures } from '../../../api/design/design.schema.ts';
import type { DesignDraft, DesignDraftList, DesignKind } from '../../../api/design/design-draft.schema.ts';
import type { OpenedDocument } from '../../../api/design/document.schema.ts';
import type { Comparison } from '../../../api/definitions/comparison.schema.ts';
import type { DefinitionTrail, VersionList } from '../../../api/definitions/version.schema.ts';
import type { FormList } from '../../../api/forms/form.schema.ts';
import { call, callText } from '../server/call.ts';
import { Problem } from '../server/problem.ts';

const path = (...parts: readonly (string | number)[]) =>
  parts.map((part) => `/${encodeURIComponent(String(part))}`).join('');

export const namesQuery = queryOptions({
  queryKey: ['design', 'names'],
  queryFn: ({ signal }) => call<DesignNames>('/design/names', { signal }),
  staleTime: 60_000,
});

export const proceduresQuery = queryOptions({
  queryKey: ['design', 'procedures'],
  queryFn: ({ signal }) => call<Procedures>('/design/procedures', { signal }),
});

export const draftsQuery = queryOptions({
  queryKey: ['design', 'drafts'],
  queryFn: ({ signal }) => call<DesignDraftList>('/design/drafts', { signal }),
});

/** The reader's own draft; null when there is none. */
export const draftQuery = (kind: DesignKind, key: string) =>
  queryOptions({
    queryKey: ['design', 'draft', kind, key],
    async queryFn({ signal }) {
      const { items } = await call<DesignDraftList>('/design/drafts', { signal });
      if (!items.some((one) => one.kind === kind && one.key === key)) return null;
      return call<DesignDraft>(`/design/drafts${path(kind, key)}`, { signal });
    },
    gcTime: 0,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

/** A published version as it can be drawn on. */
export const openedQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['design', 'opened', key, version],
    queryFn: ({ signal }) => call<OpenedDocument>(`/design/documents${path(key, version)}`, { signal }),
    staleTime: Infinity,
  });

/** What is only a draft, or nothing at all, has no versions. */
function orNone(error: unknown) {
  if (error instanceof Problem && error.status === 404) return { items: [], nextCursor: null, total: 0 };
  throw error;
}

/** The published versions, newest first. */
export const versionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['design', 'versions', key],
    queryFn: ({ signal }) => call<VersionList>(`/definitions${path(key)}/versions`, { signal }).catch(orNone),
  });

export const trailQuery = (key: string) =>
  queryOptions({
    queryKey: ['design', 'trail', key],
    queryFn: ({ signal }) => call<DefinitionTrail>(`/definitions${path(key)}/trail`, { signal }),
  });

/** From a version to another one, or to a document that is not published; null: not there yet. */
export const comparisonQuery = (key: string, version: number, other: number | string | null) =>
  queryOptions({
    queryKey: ['design', 'comparison', key, version, other],
    queryFn: ({ signal }) => {
      const address = `/definitions${path(key)}/versions${path(version)}/compare`;
      return typeof other === 'number'
        ? call<Comparison>(address, { query: { with: other }, signal })
        : call<Comparison>(address, { method: 'POST', xml: other ?? '', signal });
    },
    enabled: other !== null,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });

export const formsQuery = queryOptions({
  queryKey: ['design', 'forms'],
  queryFn: ({ signal }) => call<FormList>('/forms', { signal }),
});

export const formVersionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['design', 'form-versions', key],
    queryFn: ({ signal }) => call<FormList>(`/forms${path(key)}/versions`, { signal }).catch(orNone),
  });

/** A published document as it was published. */
export const documentQuery = (key: string, version: number) =>
  queryOptions({
    queryKey: ['design', 'document', key, version],
    queryFn: ({ signal }) =>
      callText(`/definitions${path(key)}/versions${path(version)}`, { signal, accept: 'application/xml' }),
    staleTime: Infinity,
  });
