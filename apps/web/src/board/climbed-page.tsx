import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Reading } from '../parts/reading.tsx';
import { useNames } from '../parts/names.ts';
import { endText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { BoardFrame } from './board-frame.tsx';
import { climbsQuery, sheetOf } from './board.queries.ts';
import { RowRemedies } from './row-remedies.tsx';
import { useBoardSearch } from './use-board-search.ts';

/** 本周升级: which ladders have been climbed in the last seven days. */
export function ClimbedPage() {
  const { words, language } = useSpeaking();
  const { board, task } = words;
  const names = useNames();
  const { search } = useBoardSearch();
  const query = useQuery(climbsQuery(search));
  const { data } = query;
  return (
    <BoardFrame tab="climbed" at={data?.at}>
      {!data && <Reading query={query} />}
      {data && (
        <section className="panel">
          <div className="page-head">
            <h2>
              {board.figures.climbed} <span className="quiet">{data.total}</span>
            </h2>
            <a className="button small spring" href={sheetOf('climbed', search)} download>
              {board.sheet}
            </a>
          </div>
          <p className="quiet">{board.explain.climbed}</p>
          {data.items.length === 0 && <p className="empty">{board.noRows}</p>}
          {data.items.length > 0 && (
            <div className="scroller" role="region" aria-label={board.tabs.climbed} tabIndex={0}>
              <table className="plain-table stalled">
                <thead>
                  <tr>
                    <th scope="col">{board.rung}</th>
                    <th scope="col">{board.climbedAt}</th>
                    <th scope="col">{board.columns.where}</th>
                    <th scope="col">{board.columns.case}</th>
                    <th scope="col">{board.nowIs}</th>
                    <th scope="col">{board.columns.remedy}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.items.map((row) => (
                    <tr key={`${row.taskId} ${row.level} ${row.climbedAt}`}>
                      <td className="nowrap">
                        <span className={`chip ${row.level >= 3 ? 'severe' : 'late'}`}>⚠ {board.level(row.level)}</span>
                      </td>
                      <td className="nowrap">{endText(row.climbedAt, today(), language)}</td>
                      <td>
                        {names.agency(row.agency)} {row.step}
                        <div className="second-line">{row.assignee ? names.person(row.assignee) : task.unassigned}</div>
                      </td>
                      <td>
                        <Link to="/cases/$id/$tab" params={{ id: row.caseId, tab: 'overview' }}>
                          {row.caseTitle}
                        </Link>
                        <div className="second-line nowrap">{row.caseNumber}</div>
                      </td>
                      <td className="nowrap">{task.statuses[row.status]}</td>
                      <td>
                        <RowRemedies row={row} acts={row.status === 'open' ? ['remind', 'transfer'] : []} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {data.total > data.items.length && <p className="quiet">{board.moreRows(data.items.length, data.total)}</p>}
        </section>
      )}
    </BoardFrame>
  );
}
