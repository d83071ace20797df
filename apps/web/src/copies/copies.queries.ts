import { queryOptions } from '@tanstack/react-query';
import type { CopyList } from '../../../api/copies/copy.schema.ts';
import { call } from '../server/call.ts';

/** How many copies one has not read. */
export const unreadCopiesQuery = queryOptions({
  queryKey: ['copies', 'unread'],
  queryFn: async ({ signal }) =>
    (await call<CopyList>('/copies', { query: { read: false, limit: 1 }, signal })).total ?? 0,
});
