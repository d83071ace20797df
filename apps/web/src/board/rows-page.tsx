import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { TaskList } from '../../../api/tasks/task.schema.ts';
import { DueChip } from '../parts/due-chip.tsx';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import type { RowsSearch } from '../search.ts';
import { addressOf, call } from '../server/call.ts';
import { definitionsQuery } from '../server/queries.ts';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { BoardFrame } from './board-frame.tsx';
import type { RemedyAct } from './remedy.tsx';
import { RowRemedies } from './row-remedies.tsx';

const route = getRouteApi('/inside/board/rows');

/** The search of the address as the API knows it. */
const filterOf = ({ step, element, procedure, ...same }: RowsSearch) => ({
  ...same,
  name: step,
  elementId: element,
  definitionKey: procedure,
});

/** What a number of the board counts: its steps, each with its case and what helps. */
export function RowsPage() {
  const { words, language } = useSpeaking();
  const { board, task, cases } = words;
  const names = useNames();
  const search = route.useSearch();
  const filter = filterOf(search);
  const ended = search.status === 'completed';
  const sorted = { ...filter, sort: ended ? '-endedAt' : 'dueAt' };
  const said = useFilterSaid(search);
  const pages = useInfiniteQuery({
    queryKey: ['tasks', 'rows', sorted],
    queryFn: ({ pageParam, signal }) =>
      call<TaskList>('/tasks', { query: { ...sorted, brief: true, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const [first] = pages.data?.pages ?? [];
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <BoardFrame tab="home" title={board.rowsTitle} at={undefined}>
      <section className="panel">
        <div className="page-head">
          <p>
            {said} {first && <b>{board.rowCount(first.total, first.estimated === true)}</b>}
          </p>
          <a className="button small spring" href={addressOf('/tasks.xlsx', sorted).href} download>
            {board.sheet}
          </a>
        </div>
        {!first && <Reading query={pages} />}
        {first && rows.length === 0 && <p className="empty">{board.noRows}</p>}
        {rows.length > 0 && (
          <div className="scroller" role="region" aria-label={board.rowsTitle} tabIndex={0}>
            <table className="plain-table stalled">
              <thead>
                <tr>
                  <th scope="col">{words.work.columns.limit}</th>
                  <th scope="col">{board.columns.where}</th>
                  <th scope="col">{board.columns.case}</th>
                  <th scope="col">{board.since}</th>
                  <th scope="col">{board.columns.remedy}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <td className="nowrap">
                      {row.endedAt === null ? (
                        <DueChip task={row} now={Date.now()} />
                      ) : (
                        board.endedOn(dayText(dayOf(row.endedAt), today(), language))
                      )}
                      {row.dueOn && (
                        <div className="second-line">{board.dueOn(dayText(row.dueOn, today(), language))}</div>
                      )}
                    </td>
                    <td>
                      {names.agency(row.agency)}{' '}
                      <Link to="/tasks/$id" params={{ id: row.id }}>
                        {row.name}
                      </Link>
                      <div className="second-line">{names.person(row.endedBy ?? row.assignee) || task.unassigned}</div>
                    </td>
                    <td>
                      <Link to="/cases/$id/$tab" params={{ id: row.caseId, tab: 'overview' }}>
                        {row.caseTitle}
                      </Link>
                      <div className="second-line nowrap">{row.caseNumber}</div>
                    </td>
                    <td className="nowrap">{dayText(dayOf(row.openedAt), today(), language)}</td>
                    <td>
                      <RowRemedies row={{ ...row, taskId: row.id }} acts={actsOn(row)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        {pages.hasNextPage && (
          <p>
            <button type="button" className="button" onClick={() => void pages.fetchNextPage()}>
              {cases.more}
            </button>
          </p>
        )}
      </section>
    </BoardFrame>
  );
}

/** A day that has passed moves no more. */
const actsOn = ({ status, overdue, dueOn }: TaskList['items'][number]): readonly RemedyAct[] =>
  status !== 'open' ? [] : overdue || dueOn === null ? ['remind', 'transfer'] : ['remind', 'transfer', 'extend'];

/** The filter as a phrase: 审计局 · 逾期 · L3. */
function useFilterSaid(search: RowsSearch): string {
  const { words, language } = useSpeaking();
  const { board, work, task } = words;
  const names = useNames();
  const { data: definitions } = useQuery(definitionsQuery);
  const span = (from: string | undefined, to: string | undefined, what: (text: string) => string) =>
    from || to ? what([from, to].map((day) => (day ? dayText(day, today(), language) : '')).join('–')) : undefined;
  return [
    search.agency && names.agency(search.agency),
    search.procedure && (definitions?.items.find(({ key }) => key === search.procedure)?.name ?? search.procedure),
    search.step,
    search.element && board.oneStep,
    search.status && task.statuses[search.status],
    search.due && work.dues[search.due],
    search.level !== undefined && (search.level === '0' ? board.noRung : board.level(Number(search.level))),
    span(search.dueFrom, search.dueTo, board.dueOn),
    span(search.openedFrom, search.openedTo, board.begunIn),
    span(search.endedFrom, search.endedTo, board.endedOn),
    search.late && (search.late === 'true' ? board.stepsLate : board.inTime),
  ]
    .filter(Boolean)
    .join(' · ');
}
