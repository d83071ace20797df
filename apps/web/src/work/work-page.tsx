import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { useNames } from '../parts/names.ts';
import { usePreferences } from '../parts/preferences.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { StaleBar } from '../parts/stale-bar.tsx';
import type { WorkSearch } from '../search.ts';
import { ActDialogs } from '../task/act-dialogs.tsx';
import type { ActName } from '../task/acts.ts';
import { useWords } from '../words/words.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ChangeHint } from './change-hint.tsx';
import { EmptyWork } from './empty-work.tsx';
import { Filters } from './filters.tsx';
import { rememberList } from './last-list.ts';
import { ListEnd } from './list-end.tsx';
import { Scopes } from './scopes.tsx';
import { urgencyGroups } from './urgency-groups.ts';
import { useClaim } from './use-claim.ts';
import { useHomeView } from './use-home-view.ts';
import { useSelection } from './use-selection.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { useWorkList } from './use-work-list.ts';
import { Views } from './views.tsx';
import { isByUrgency } from './work-query.ts';
import { WorkTable } from './work-table.tsx';

const route = getRouteApi('/inside/work');
const narrow = matchMedia('(max-width: 640px)');
const nothing: readonly Task[] = [];

/** 待办: one list by urgency, its whole state in the address. */
export function WorkPage() {
  const words = useWords();
  const { calendar } = useNames();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { preferences } = usePreferences();
  const scope = search.scope ?? 'mine';
  const list = useWorkList(search);
  const { data, error, refetch, dataUpdatedAt } = list;
  const tasks = data?.items ?? nothing;
  const now = useMemo(() => Math.max(Date.now(), dataUpdatedAt), [dataUpdatedAt]);
  const groups = useMemo(
    () => (isByUrgency(search) ? urgencyGroups(tasks, calendar, now) : [{ urgency: null, tasks }]),
    [search, tasks, calendar, now],
  );
  const rows = useMemo(() => groups.flatMap((group) => group.tasks), [groups]);
  const selection = useSelection(rows);
  const claim = useClaim();
  const [acting, setActing] = useState<{ readonly act: ActName; readonly tasks: readonly Task[] } | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  usePageTitle(words.work.scopes[scope]);
  useHomeView(search);
  useEffect(() => rememberList(search), [search]);
  const begin = useCallback((act: ActName, on: readonly Task[]) => setActing({ act, tasks: on }), []);
  const change = useCallback(
    (changes: Partial<WorkSearch>) =>
      void navigate({ search: (before) => ({ ...before, ...changes }) as WorkSearch, replace: true }),
    [navigate],
  );
  useWorkKeys({ rows, selection, claim, begin, searchField });

  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="work-head">
        <h1>
          {words.work.scopes[scope]}{' '}
          {data && <span className="quiet">{data.estimated ? `${tasks.length}+` : data.total}</span>}
        </h1>
        <ChangeHint search={search} />
        {!narrow.matches && <Views search={search} />}
      </div>
      <Scopes scope={scope} />
      <Filters search={search} tasks={tasks} onChange={change} field={searchField} />
      <StaleBar query={list} />
      {!data && <Loading rows={8} />}
      {data && rows.length === 0 && <EmptyWork search={search} />}
      {rows.length > 0 && (
        <WorkTable
          groups={groups}
          scope={scope}
          now={now}
          selection={selection}
          compact={preferences.density === 'compact'}
          claim={claim}
          onAct={begin}
          {...(search.row ? { openRow: search.row } : {})}
        />
      )}
      {data && <ListEnd list={data} more={() => void list.more()} fetching={list.fetching} />}
      {selection.chosen.length > 0 && (
        <BulkBar chosen={selection.chosen} scope={scope} onAct={begin} onClear={selection.clear} />
      )}
      {acting && (
        <ActDialogs
          {...acting}
          onClose={(left) => {
            setActing(null);
            if (left) selection.only(left);
          }}
        />
      )}
    </>
  );
}
