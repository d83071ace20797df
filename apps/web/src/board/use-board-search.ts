import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { BoardSearch } from '../search.ts';

/** The state of a page of the board, and how to change some of it. */
export function useBoardSearch() {
  const search = useSearch({ strict: false }) as BoardSearch;
  const navigate = useNavigate();
  const change = useCallback(
    (changes: { readonly [Key in keyof BoardSearch]?: BoardSearch[Key] | undefined }) =>
      void navigate({
        to: '.',
        search: ((before: BoardSearch) => ({ ...before, ...changes })) as never,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { search, change };
}

/** What of an address goes along from one page of the board to another. */
export const scopeKept = ({ agency, procedure }: BoardSearch) => ({
  ...(agency ? { agency } : {}),
  ...(procedure ? { procedure } : {}),
});
