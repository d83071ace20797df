import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { CaseList } from '../../../api/cases/case.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { call } from '../server/call.ts';
import { definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { CaseRows } from './case-rows.tsx';

const route = getRouteApi('/inside/cases');
const statuses = ['running', 'suspended', 'incident', 'completed', 'cancelled'] as const;

/** 案件: every case in the reader's circle, filtered by the address. */
export function CasesPage() {
  const words = useWords();
  const { cases, work, act } = words;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { data: definitions } = useQuery(definitionsQuery);
  usePageTitle(cases.title);
  const query = {
    q: search.q,
    status: search.status,
    definitionKey: search.procedure,
    overdue: search.overdue,
    trial: search.trial,
    live: search.live,
    agency: search.agency,
    openedFrom: search.openedFrom,
    openedTo: search.openedTo,
    endedFrom: search.endedFrom,
    endedTo: search.endedTo,
    limit: 50,
  };
  const pages = useInfiniteQuery({
    queryKey: ['cases', query],
    queryFn: ({ pageParam, signal }) =>
      call<CaseList>('/cases', { query: { ...query, cursor: pageParam ?? undefined }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const change = (changes: Partial<Record<keyof typeof search, string | true | undefined>>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as typeof search, replace: true });
  const first = pages.data?.pages[0];
  const rows = pages.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <div className="work-head">
        <h1>
          {cases.title} {first && <span className="quiet">{first.total}</span>}
        </h1>
        <span className="row-actions">
          <Link to="/cases/import" className="button">
            {words.intake.title}
          </Link>
          <Link to="/cases/new" className="button primary">
            {words.nav.newCase}
          </Link>
        </span>
      </div>
      <div className="filters" role="search">
        <input
          type="search"
          className="field search"
          aria-label={cases.search}
          placeholder={cases.search}
          value={search.q ?? ''}
          onChange={(event) => change({ q: event.target.value || undefined })}
        />
        <label>
          {cases.status}
          <select
            className="field"
            value={search.status ?? ''}
            onChange={(event) => change({ status: event.target.value || undefined })}
          >
            <option value="">{work.any}</option>
            {statuses.map((status) => (
              <option key={status} value={status}>
                {cases.statuses[status]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {work.procedure}
          <select
            className="field"
            value={search.procedure ?? ''}
            onChange={(event) => change({ procedure: event.target.value || undefined })}
          >
            <option value="">{work.any}</option>
            {definitions?.items.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="button small"
          aria-pressed={search.overdue === true}
          onClick={() => change({ overdue: search.overdue ? undefined : true })}
        >
          {cases.overdueOnly}
        </button>
        <button
          type="button"
          className="button small"
          aria-pressed={search.trial === true}
          onClick={() => change({ trial: search.trial ? undefined : true })}
        >
          {cases.trialOnly}
        </button>
      </div>
      {pages.error && !first && <ProblemPanel error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading rows={8} />}
      {first && rows.length === 0 && (
        <div className="empty">
          <p>{cases.empty}</p>
          {Object.keys(search).length > 0 && (
            <Link to="/cases" className="button">
              {act.clear}
            </Link>
          )}
        </div>
      )}
      {rows.length > 0 && <CaseRows rows={rows} definitions={definitions?.items ?? []} />}
      {pages.hasNextPage && (
        <p>
          <button type="button" className="button" onClick={() => void pages.fetchNextPage()}>
            {cases.more}
          </button>
        </p>
      )}
    </>
  );
}
