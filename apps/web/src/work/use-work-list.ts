import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { TaskList } from '../../../api/tasks/task.schema.ts';
import type { WorkSearch } from '../search.ts';
import { call } from '../server/call.ts';
import { workListing, workQuery } from './work-query.ts';

/** The list of the address. While its filters change, what was shown stays until the answer is there. */
export function useWorkList(search: WorkSearch) {
  const queries = useQueryClient();
  const query = workQuery(search);
  const list = useQuery({ ...query, placeholderData: keepPreviousData });
  const [fetching, setFetching] = useState(false);

  /** The next rows, after those that are there: nothing that is shown moves. */
  async function more(): Promise<void> {
    const cursor = list.data?.nextCursor;
    if (!cursor || fetching) return;
    setFetching(true);
    try {
      const next = await call<TaskList>('/tasks', { query: { ...workListing(search), cursor } });
      queries.setQueryData<TaskList>(query.queryKey, (before) =>
        before ? { ...next, items: [...before.items, ...next.items] } : next,
      );
    } finally {
      setFetching(false);
    }
  }

  return { ...list, queryKey: query.queryKey, more, fetching };
}
