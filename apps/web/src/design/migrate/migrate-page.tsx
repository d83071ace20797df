import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import '../../look/design.css';
import { NotFound } from '../../frame/not-found.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { Reading } from '../../parts/reading.tsx';
import { useDesign } from '../design-words.ts';
import { versionsQuery } from '../design.queries.ts';
import { choiceOf } from './choice.ts';
import type { MigrateSearch } from './choice.ts';
import { CaseChoice } from './case-choice.tsx';
import { JobList } from './job-list.tsx';
import { JobReport } from './job-report.tsx';
import { MappingTable } from './mapping-table.tsx';
import { mappingText } from './mapping.ts';
import { reportQuery } from './migrate.queries.ts';
import { useMigrateWords } from './migrate-words.ts';
import { Ordering } from './ordering.tsx';

const route = getRouteApi('/inside/design/$key/migrate');

/** 迁移: from which version to which, what becomes of the steps, a dry run, the run itself and its report. */
export function MigratePage() {
  const { design } = useDesign();
  const { migrate } = useMigrateWords();
  const { key } = route.useParams();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(versionsQuery(key));
  const name = query.data?.items[0]?.name ?? key;
  usePageTitle(migrate.title, name);
  const report = useQuery({ ...reportQuery(key, search.job ?? '', undefined, 50), enabled: search.job !== undefined });
  const choice = useMemo(() => query.data && choiceOf(search, query.data.items), [query.data, search]);
  const stuck = useMemo(
    () => new Map(report.data?.unmapped.map(({ elementId, cases }) => [elementId, cases]) ?? []),
    [report.data],
  );
  if (!query.data) return <Reading query={query} />;
  if (query.data.items.length === 0) return <NotFound />;
  /** Another choice of cases or versions makes the report beside it another one's. */
  const change = (changes: MigrateSearch, keep = false) =>
    void navigate({
      search: (before) => ({ ...before, ...(keep ? {} : { job: undefined }), ...changes }) as typeof before,
      replace: true,
    });
  return (
    <>
      <div className="page-head">
        <h1>
          {migrate.title} · {name}
        </h1>
        <code className="quiet">{key}</code>
        <span className="spring row-actions">
          <Link to="/design/$key/versions" params={{ key }} activeOptions={{ exact: true }} className="button">
            {design.more.versions}
          </Link>
        </span>
      </div>
      {choice ? (
        <>
          <CaseChoice versions={query.data.items} choice={choice} search={search} code={key} onChange={change} />
          <MappingTable
            code={key}
            choice={choice}
            stuck={stuck}
            onMap={(mapping) => change({ map: mappingText(mapping) }, true)}
          />
          <Ordering code={key} choice={choice} tried={report.data} onOrdered={(job) => change({ job }, true)} />
        </>
      ) : (
        <p className="empty">{migrate.noOther}</p>
      )}
      {search.job && (
        <JobReport
          key={search.job}
          code={key}
          id={search.job}
          onUse={({ fromVersion, toVersion, mapping }) =>
            change({ from: fromVersion ?? undefined, to: toVersion, map: mappingText(mapping) }, true)
          }
        />
      )}
      <JobList code={key} current={search.job} />
    </>
  );
}
