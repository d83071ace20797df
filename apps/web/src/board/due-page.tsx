import { useQuery } from '@tanstack/react-query';
import { Reading } from '../parts/reading.tsx';
import { BoardFrame } from './board-frame.tsx';
import { summaryQuery } from './board.queries.ts';
import { DuePanel } from './due-panel.tsx';
import { useBoardSearch } from './use-board-search.ts';

/** 到期月历. */
export function DuePage() {
  const { search } = useBoardSearch();
  const query = useQuery(summaryQuery(search));
  return (
    <BoardFrame tab="due" at={query.data?.at}>
      {query.data ? <DuePanel summary={query.data} /> : <Reading query={query} />}
    </BoardFrame>
  );
}
