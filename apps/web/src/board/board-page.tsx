import { useQuery } from '@tanstack/react-query';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { BoardFrame } from './board-frame.tsx';
import { stalledQuery, summaryQuery } from './board.queries.ts';
import { DuePanel } from './due-panel.tsx';
import { countText, Figures } from './figures.tsx';
import { OverdueByAgency } from './overdue-panel.tsx';
import { OverdueBySteps } from './overdue-steps.tsx';
import { StalledPanel } from './stalled-panel.tsx';
import { useBoardSearch } from './use-board-search.ts';

/** 监督看板: what stands still and why comes first, with a remedy in the same row. */
export function BoardPage() {
  const { search } = useBoardSearch();
  const stalled = useQuery(stalledQuery(search));
  const summary = useQuery(summaryQuery(search));
  if (stalled.error && !stalled.data)
    return <ProblemPanel error={stalled.error} onRetry={() => void stalled.refetch()} />;
  const { data } = stalled;
  return (
    <BoardFrame tab="home" at={data?.at}>
      <Figures stalled={data && countText(data)} summary={summary.data} />
      {!data && <Loading rows={8} />}
      {data && (
        <div className="in-turn">
          <StalledPanel list={data} />
          {summary.data ? (
            <div className="board-grid">
              <OverdueByAgency rows={summary.data.overdueByAgency} />
              <OverdueBySteps rows={summary.data.overdueByStep} />
              <DuePanel summary={summary.data} />
            </div>
          ) : (
            <Reading query={summary} />
          )}
          <Definitions />
        </div>
      )}
    </BoardFrame>
  );
}

/** What each number counts. */
function Definitions() {
  const { board } = useWords();
  return (
    <details className="panel">
      <summary>{board.definitions}</summary>
      <dl className="facts">
        {(Object.keys(board.figures) as (keyof typeof board.figures)[]).map((figure) => (
          <div key={figure}>
            <dt>{board.figures[figure]}</dt>
            <dd>{board.explain[figure]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
