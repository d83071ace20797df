import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import '../look/design.css';
import { usePageTitle } from '../frame/page-title.ts';
import { NotFound } from '../frame/not-found.tsx';
import { mayDesign } from '../frame/pages.ts';
import { StateLink } from '../parts/state-link.tsx';
import { Loading } from '../parts/loading.tsx';
import { meQuery } from '../server/queries.ts';
import { SupposeAssignment } from './suppose-assignment.tsx';
import { SupposeCalendar } from './suppose-calendar.tsx';
import { SupposePeriods } from './suppose-periods.tsx';
import { SupposeVersion } from './suppose-version.tsx';
import { useWhatIfWords } from './what-if-words.ts';

const route = getRouteApi('/inside/what-if');
const kinds = ['period', 'calendar', 'assignment', 'version'] as const;

/** 推演: another period, calendar, assignment or version, and what it would do, before it is done. */
export function WhatIfPage() {
  const { whatIf } = useWhatIfWords();
  const { kind = 'period', key, version } = route.useSearch();
  const { data: me } = useQuery(meQuery);
  usePageTitle(whatIf.title, whatIf.kinds[kind]);
  if (!me) return <Loading />;
  if (!mayDesign(me.roles)) return <NotFound />;
  return (
    <>
      <div className="page-head">
        <h1>{whatIf.title}</h1>
        <span className="quiet">{whatIf.lead}</span>
      </div>
      <nav className="tabs" aria-label={whatIf.kindsLabel}>
        {kinds.map((one) => (
          <StateLink key={one} to={{ to: '/what-if', search: { kind: one } }} current={one === kind}>
            {whatIf.kinds[one]}
          </StateLink>
        ))}
      </nav>
      {kind === 'period' && <SupposePeriods first={key} />}
      {kind === 'calendar' && <SupposeCalendar />}
      {kind === 'assignment' && <SupposeAssignment procedure={key} />}
      {kind === 'version' && <SupposeVersion procedure={key} version={version} />}
    </>
  );
}
