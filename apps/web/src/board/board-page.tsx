import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { momentText, timeText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { stalledQuery, summaryQuery } from './board.queries.ts';
import { countText, Figures } from './figures.tsx';
import { StalledTable } from './stalled-table.tsx';
import { SummaryPanels } from './summary-panels.tsx';

const route = getRouteApi('/inside/board');

/** 监督看板: what stands still and why comes first, with a remedy in the same row. */
export function BoardPage() {
  const { words, language } = useSpeaking();
  const { board } = words;
  const { reason } = route.useSearch();
  const stalled = useQuery(stalledQuery(reason));
  const summary = useQuery(summaryQuery);
  usePageTitle(board.title);
  if (stalled.error && !stalled.data)
    return <ProblemPanel error={stalled.error} onRetry={() => void stalled.refetch()} />;
  const { data } = stalled;
  return (
    <>
      <div className="page-head">
        <h1>{board.title}</h1>
        {data && <span className="quiet">{board.asOf(momentText(data.at, today(), language))}</span>}
      </div>
      <Figures stalled={data && countText(data)} summary={summary.data} />
      <section className="panel">
        <h2>{board.stalled}</h2>
        {data && data.total > 0 && (
          <nav className="filters" aria-label={board.columns.why}>
            <StateLink to={{ to: '/board' }} className="button small" current={reason === undefined}>
              {words.work.any} {countText(data)}
            </StateLink>
            {Object.entries(data.byReason).map(([one, count]) => (
              <StateLink
                key={one}
                to={{ to: '/board', search: { reason: one } }}
                className="button small"
                current={one === reason}
              >
                {board.reasons[one as keyof typeof board.reasons]} {count}
              </StateLink>
            ))}
          </nav>
        )}
        {!data && <Loading rows={6} />}
        {data && data.items.length === 0 && (
          <p className="empty">
            {board.noStalled} {board.checked(timeText(data.at))}
          </p>
        )}
        {data && data.items.length > 0 && <StalledTable rows={data.items} at={data.at} />}
        {data && !reason && data.total > data.items.length && (
          <p className="quiet">{board.moreRows(data.items.length, data.total)}</p>
        )}
      </section>
      {summary.data && <SummaryPanels summary={summary.data} />}
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
    </>
  );
}
