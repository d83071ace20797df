import { queryOptions } from '@tanstack/react-query';
import type { Person } from '../../../api/administration/people/person.schema.ts';
import type { LeftBehind } from '../../../api/bulk/hand-over.schema.ts';
import { call } from '../server/call.ts';

const part = encodeURIComponent;

export const personQuery = (id: string) =>
  queryOptions({
    queryKey: ['admin', 'person', id],
    queryFn: ({ signal }) => call<Person>(`/admin/people/${part(id)}`, { signal }),
  });

/** What somebody would leave behind: as the system administrator sees it, or as who may hand it over does. */
export const leftBehindQuery = (id: string, administrator: boolean) =>
  queryOptions({
    queryKey: ['admin', 'left', id, administrator],
    queryFn: ({ signal }) =>
      call<LeftBehind>(`${administrator ? '/admin' : ''}/people/${part(id)}/hand-over`, { signal }),
  });
