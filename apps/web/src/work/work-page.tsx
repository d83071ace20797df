import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { kept } from '../parts/kept.ts';
import { Loading } from '../parts/loading.tsx';
import { useNames } from '../parts/names.ts';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import type { WorkSearch } from '../search.ts';
import { ActDialogs } from '../task/act-dialogs.tsx';
import type { ActName } from '../task/acts.ts';
import { useWords } from '../words/words.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ChangeHint } from './change-hint.tsx';
import { EmptyWork } from './empty-work.tsx';
import { Filters } from './filters.tsx';
import { Scopes } from './scopes.tsx';
import { isWanted, urgencyGroups } from './urgency-groups.ts';
import { useClaim } from './use-claim.ts';
import { useSelection } from './use-selection.ts';
import { useWorkKeys } from './use-work-keys.ts';
import { workQuery } from './work-query.ts';
import { WorkTable } from './work-table.tsx';

const route = getRouteApi('/inside/work');
const nothing: readonly Task[] = [];

/** 待办: one list by urgency, its whole state in the address. */
export function WorkPage() {
  const words = useWords();
  const { calendar } = useNames();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const scope = search.scope ?? 'mine';
  const { data, error, refetch, dataUpdatedAt } = useQuery(workQuery(scope));
  const tasks = data?.items ?? nothing;
  const now = useMemo(() => Math.max(Date.now(), dataUpdatedAt), [dataUpdatedAt]);
  const wanted = useMemo(() => tasks.filter((task) => isWanted(task, search)), [tasks, search]);
  const groups = useMemo(() => urgencyGroups(wanted, calendar, now), [wanted, calendar, now]);
  const shown = groups.filter(({ urgency }) => search.urgency === undefined || search.urgency === urgency);
  const rows = shown.flatMap((group) => group.tasks);
  const selection = useSelection(rows);
  const claim = useClaim();
  const [acting, setActing] = useState<{ readonly act: ActName; readonly tasks: readonly Task[] } | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  usePageTitle(words.work.scopes[scope]);
  const begin = (act: ActName, on: readonly Task[]) => setActing({ act, tasks: on });
  const change = (changes: Partial<WorkSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }) as WorkSearch, replace: true });
  useWorkKeys({ rows, selection, claim, begin, searchField });

  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <div className="work-head">
        <h1>
          {words.work.scopes[scope]} {data && <span className="quiet">{data.total}</span>}
        </h1>
        <ChangeHint scope={scope} />
      </div>
      <Scopes scope={scope} />
      <Filters search={search} tasks={tasks} groups={groups} onChange={change} field={searchField} />
      {!data && <Loading rows={8} />}
      {data && rows.length === 0 && <EmptyWork search={search} scope={scope} groups={groups} />}
      {rows.length > 0 && (
        <WorkTable
          groups={shown}
          now={now}
          selection={selection}
          compact={kept('density') === 'compact'}
          onClaim={claim.toggle}
          {...(search.row ? { openRow: search.row } : {})}
        />
      )}
      {data && data.total > tasks.length && (
        <p className="quiet">
          {data.estimated ? words.work.about(data.total, tasks.length) : words.work.shown(data.total, tasks.length)}
        </p>
      )}
      {selection.chosen.length > 0 && <BulkBar chosen={selection.chosen} onAct={begin} onClear={selection.clear} />}
      {acting && (
        <ActDialogs
          {...acting}
          onClose={(done) => {
            setActing(null);
            if (done) selection.clear();
          }}
        />
      )}
    </>
  );
}
