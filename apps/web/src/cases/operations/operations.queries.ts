import { queryOptions } from '@tanstack/react-query';
import type { Copy } from '../../../../api/copies/copy.schema.ts';
import type { Tokens } from '../../../../api/corrections/correction.schema.ts';
import type { Links } from '../../../../api/links/link.schema.ts';
import type { Notes } from '../../../../api/notes/note.schema.ts';
import { call } from '../../server/call.ts';

const ofCase = <Answer>(id: string, what: string) =>
  queryOptions({
    queryKey: ['case', id, what],
    queryFn: ({ signal }) => call<Answer>(`/cases/${encodeURIComponent(id)}/${what}`, { signal }),
  });

export const tokensQuery = (id: string) => ofCase<Tokens>(id, 'tokens');
export const linksQuery = (id: string) => ofCase<Links>(id, 'links');
export const notesQuery = (id: string) => ofCase<Notes>(id, 'notes');
export const copiesQuery = (id: string) => ofCase<{ readonly items: readonly Copy[] }>(id, 'copies');
