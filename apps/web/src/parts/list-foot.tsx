import type { Pages } from '../server/use-pages.ts';
import { useWords } from '../words/words.tsx';
import { Loading } from './loading.tsx';
import { ProblemPanel } from './problem-panel.tsx';

/** Below a list: that it is being read, could not be, or has more. */
export function ListFoot({ pages }: Pages) {
  const { list } = useWords();
  if (pages.isPending && pages.isFetching) return <Loading rows={8} />;
  if (pages.error && !pages.data) return <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />;
  if (!pages.hasNextPage) return null;
  return (
    <p>
      <button
        type="button"
        className="button"
        aria-disabled={pages.isFetchingNextPage}
        onClick={() => void pages.fetchNextPage()}
      >
        {list.more}
      </button>
    </p>
  );
}
