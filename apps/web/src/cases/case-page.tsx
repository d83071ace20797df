import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { overseesAll } from '../../../../domain/access.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { NotFound } from '../frame/not-found.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { addressOf } from '../server/call.ts';
import { caseQuery, definitionsQuery, meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseActs } from './case-acts.tsx';
import { CaseTab } from './case-tab.tsx';
import { NowLine } from './now-line.tsx';
import { CaseOperations } from './operations/case-operations.tsx';
import { WaitingCorrections } from './operations/waiting-corrections.tsx';
import { isTab, tabs } from './tabs.ts';

const route = getRouteApi('/inside/cases/$id/$tab');

/** 案件: where it stands in one line, then all that belongs to it in tabs with addresses of their own. */
export function CasePage() {
  const words = useWords();
  const { id, tab } = route.useParams();
  const navigate = route.useNavigate();
  const { data, error, refetch } = useQuery(caseQuery(id));
  const definitions = useQuery(definitionsQuery);
  const { data: me } = useQuery(meQuery);
  const oversees = me !== undefined && overseesAll({ user: me.username, posts: me.posts });
  const shown = tabs.filter((one) => one !== 'looks' || oversees);
  const known = isTab(tab);
  usePageTitle(known ? words.cases.tabs[tab] : words.cases.one, data?.number);
  if (!known) return <NotFound />;
  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  // What the procedure is called decides how high the head is.
  if (!data || definitions.isPending) return <Loading rows={10} />;
  return (
    <>
      <CaseHead matter={data}>
        <Link to="/cases/$id/print" params={{ id }} className="button">
          {words.act.print}
        </Link>
        <a className="button" href={addressOf(`/cases/${encodeURIComponent(id)}/file.zip`).href} download>
          {words.cases.exportFile}
        </a>
        <CaseOperations matter={data} />
        <CaseActs matter={data} />
      </CaseHead>
      <NowLine matter={data} />
      <WaitingCorrections matter={data} />
      <nav className="tabs no-print" aria-label={words.cases.tabsLabel}>
        {shown.map((one) => (
          <StateLink key={one} to={{ to: '/cases/$id/$tab', params: { id, tab: one } }} current={one === tab}>
            {words.cases.tabs[one]}
            {one === 'children' && data.children.length > 0 && ` ${data.children.length}`}
          </StateLink>
        ))}
      </nav>
      <label className="tab-select no-print">
        <span className="hidden">{words.cases.tabsLabel}</span>
        <select
          className="field"
          value={tab}
          onChange={(event) => void navigate({ to: '/cases/$id/$tab', params: { id, tab: event.target.value } })}
        >
          {shown.map((one) => (
            <option key={one} value={one}>
              {words.cases.tabs[one]}
            </option>
          ))}
        </select>
      </label>
      <CaseTab tab={tab} matter={data} />
    </>
  );
}
