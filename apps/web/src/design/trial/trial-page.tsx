import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import '../../look/design.css';
import '../../look/trial.css';
import { usePageTitle } from '../../frame/page-title.ts';
import { Library } from '../../look/library.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { StateLink } from '../../parts/state-link.tsx';
import { caseQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';
import { familyQuery, trialTasksQuery } from './trial.queries.ts';
import { TrialAlarms } from './trial-alarms.tsx';
import { TrialBar } from './trial-bar.tsx';
import { TrialIncidents } from './trial-incidents.tsx';
import { TrialStory } from './trial-story.tsx';
import { TrialTasks } from './trial-tasks.tsx';
import { TrialVariables } from './trial-variables.tsx';

const route = getRouteApi('/inside/design/$key/trial/$id');
const TrialDiagram = lazy(() => import('./trial-diagram.tsx').then(({ TrialDiagram: one }) => ({ default: one })));
const tabs = ['tasks', 'story', 'variables', 'alarms', 'incidents'] as const;

/** 试运行: the picture with where the case stands, what is to be done in every role, and a clock that can be moved. */
export function TrialPage() {
  const { design, words } = useDesign();
  const { key, id } = route.useParams();
  const { tab = 'tasks', element, of = id } = route.useSearch();
  const navigate = route.useNavigate();
  const [as, setAs] = useState('');
  const first = useQuery(caseQuery(id));
  const shown = useQuery(caseQuery(of));
  const family = useQuery({ ...familyQuery(first.data?.family ?? id), enabled: first.data !== undefined });
  const tasks = useQuery(trialTasksQuery);
  usePageTitle(design.trial.title, first.data?.title);
  const error = first.error ?? shown.error;
  if (error) return <ProblemPanel error={error} onRetry={() => void Promise.all([first.refetch(), shown.refetch()])} />;
  if (!first.data || !shown.data) return <Loading rows={12} />;
  const matter = shown.data;
  const cases = family.data?.items ?? [];
  const open = (tasks.data?.items ?? []).filter(({ caseId }) => cases.some((one) => one.id === caseId));
  const counts = { tasks: open.length, incidents: matter.incidents.length };
  const choose = (chosen: string) =>
    void navigate({ search: (before) => ({ ...before, element: chosen }), replace: true });
  return (
    <Library>
      <TrialBar code={key} matter={first.data} as={as} onAs={setAs} />
      <div className="page-head">
        <h1>
          {design.trial.title} · {first.data.title}
        </h1>
        <span className="quiet">
          {first.data.version === 0 ? design.version.draft : words.cases.version(first.data.version)}
        </span>
        <span className={`chip ${matter.status === 'incident' ? 'late' : 'plain'}`}>
          {words.cases.statuses[matter.status]}
        </span>
        {cases.length > 1 && (
          <label className="spring">
            {design.trial.of}{' '}
            <select
              className="field inline"
              value={of}
              onChange={(event) => void navigate({ search: (before) => ({ ...before, of: event.target.value }) })}
            >
              {cases.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}（{one.definitionKey}）
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <div className="trial">
        <div>
          <Suspense fallback={<Loading rows={10} />}>
            <TrialDiagram matter={matter} chosen={element} onChoose={choose} />
          </Suspense>
        </div>
        <div>
          <nav className="tabs" aria-label={design.trial.tabsLabel}>
            {tabs.map((one) => (
              <StateLink
                key={one}
                to={{
                  to: '/design/$key/trial/$id',
                  params: { key, id },
                  search: { ...(element ? { element } : {}), ...(of === id ? {} : { of }), tab: one },
                }}
                current={one === tab}
              >
                {design.trial.tabs[one]}
                {one in counts && ` ${counts[one as keyof typeof counts]}`}
              </StateLink>
            ))}
          </nav>
          {tab === 'tasks' && <TrialTasks tasks={open} matter={matter} as={as} element={element} />}
          {tab === 'story' && <TrialStory caseId={of} />}
          {tab === 'variables' && <TrialVariables matter={matter} />}
          {tab === 'alarms' && <TrialAlarms matter={matter} />}
          {tab === 'incidents' && <TrialIncidents matter={matter} />}
        </div>
      </div>
    </Library>
  );
}
