import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { dutyListQuery, itemsSheet, obligationsQuery } from './duties.queries.ts';
import { DutyActs } from './duty-acts.tsx';
import { DutyTrail } from './duty-trail.tsx';
import { ImportItems } from './import-items.tsx';
import { MarkFilterSelect } from './mark-filter.tsx';
import { isMarkedBy } from './marks.ts';
import { ResultsTable } from './results-table.tsx';
import { SamplePanel } from './sample-panel.tsx';
import { ScheduleTable } from './schedule-table.tsx';
import { YearGrid } from './year-grid.tsx';

const route = getRouteApi('/inside/duties/$id');

/** One list: what may be done to it, how every item stands through the year, its schedules and results. */
export function DutyListPage() {
  const { duties } = useWords();
  const { id } = route.useParams();
  const search = route.useSearch();
  const query = useQuery(dutyListQuery(id));
  const obligations = useQuery(obligationsQuery(id));
  const { data } = query;
  usePageTitle(duties.title, data?.name);
  if (!data) return <Reading query={query} />;
  return (
    <>
      <div className="page-head">
        <Link to="/duties">{duties.title}</Link>
        <h1>
          {data.name} <span className="quiet">{data.year}</span>
        </h1>
        <span className="chip plain">{duties.statuses[data.status]}</span>
      </div>
      <ul className="row-actions counts">
        {duties.counts.map(([key, label]) => (
          <li key={key} className={key === 'overdue' && data.obligations.overdue > 0 ? 'chip late' : 'chip plain'}>
            {label} {data.obligations[key]}
          </li>
        ))}
        {data.obligations.stuck > 0 && <li className="chip severe">{duties.stuck(data.obligations.stuck)}</li>}
      </ul>
      {data.mayKeep && <DutyActs list={data} />}
      <div className="stack">
        <section className="panel">
          <h2>{duties.throughTheYear}</h2>
          <div className="filters">
            <MarkFilterSelect items={data.duties} />
            {data.duties.length > 0 && (
              <a className="button small spring" href={itemsSheet(id)} download>
                {duties.sheet}
              </a>
            )}
          </div>
          {obligations.data ? (
            <YearGrid
              items={search.kind === undefined ? data.duties : data.duties.filter((item) => isMarkedBy(item, search))}
              obligations={obligations.data}
              year={data.year}
            />
          ) : (
            <Reading query={obligations} />
          )}
        </section>
        <section className="panel">
          <h2>{duties.results}</h2>
          <ResultsTable id={id} />
        </section>
        {data.mayKeep && data.version > 0 && <SamplePanel list={data} />}
        <section className="panel">
          <h2>{duties.schedules}</h2>
          <ScheduleTable list={data} />
        </section>
        {data.mayKeep && data.status !== 'ended' && <ImportItems list={data} />}
        {data.acts.length > 0 && (
          <section className="panel">
            <h2>{duties.trail}</h2>
            <DutyTrail acts={data.acts} />
          </section>
        )}
      </div>
    </>
  );
}
