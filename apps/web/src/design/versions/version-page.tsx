import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import '../../look/design.css';
import { NotFound } from '../../frame/not-found.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { Loading } from '../../parts/loading.tsx';
import { Reading } from '../../parts/reading.tsx';
import { useDesign } from '../design-words.ts';
import { versionsQuery } from '../design.queries.ts';

const route = getRouteApi('/inside/design/$key/versions/$version');
const Picture = lazy(() => import('../../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));
const Comparing = lazy(() => import('./comparing.tsx').then(({ Comparing: one }) => ({ default: one })));

/** One version as it was published, alone or beside another one or the reader's draft. */
export function VersionPage() {
  const { design, words } = useDesign();
  const { key, version } = route.useParams();
  const { compare } = route.useSearch();
  const query = useQuery(versionsQuery(key));
  const number = Number(version);
  const found = query.data?.items.find((one) => one.version === number);
  const other = compare === 'draft' ? design.version.draft : compare ? words.cases.version(Number(compare)) : '';
  const heading = compare ? design.version.comparison(words.cases.version(number), other) : words.cases.version(number);
  usePageTitle(heading, found?.name ?? key);
  if (!query.data) return <Reading query={query} />;
  if (!found) return <NotFound />;
  return (
    <>
      <div className="page-head">
        <h1>
          {found.name} · {heading}
        </h1>
        <span className={`chip plain`}>{design.version.states[found.state]}</span>
        <span className="spring row-actions">
          <Link to="/design/$key/versions" params={{ key }} activeOptions={{ exact: true }} className="button">
            {design.more.versions}
          </Link>
          {compare === 'draft' && (
            <Link to="/design/$key" params={{ key }} activeOptions={{ exact: true }} className="button">
              {design.version.edit}
            </Link>
          )}
        </span>
      </div>
      <Suspense fallback={<Loading rows={12} />}>
        {compare ? (
          <Comparing code={key} name={found.name} version={number} other={compare} />
        ) : (
          <Picture definitionKey={key} name={found.name} version={number} large />
        )}
      </Suspense>
    </>
  );
}
