import { useInfiniteQuery } from '@tanstack/react-query';
import { call } from './call.ts';

type Query = Readonly<Record<string, string | number | boolean | undefined>>;
interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
  readonly total?: number | undefined;
}

/** A list that is read page after page, as far as one asks for more. */
export function usePages<Item>(key: readonly unknown[], path: string, query: Query, enabled = true) {
  const asked = { limit: 50, ...query };
  const pages = useInfiniteQuery({
    queryKey: [...key, asked],
    queryFn: ({ pageParam, signal }) =>
      call<Page<Item>>(path, { query: { ...asked, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
  });
  const [first] = pages.data?.pages ?? [];
  return { pages, first, items: pages.data?.pages.flatMap(({ items }) => items) ?? [] };
}

export type Pages = Pick<ReturnType<typeof usePages>, 'pages'>;
