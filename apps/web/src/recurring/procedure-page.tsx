import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { OpeningTable } from './opening-table.tsx';
import { ProcedureActs } from './procedure-acts.tsx';
import { ProcedureFacts } from './procedure-facts.tsx';
import { ProcedureTrail } from './procedure-trail.tsx';
import { openingsQuery, procedureQuery } from './recurring.queries.ts';
import { WhyThen } from './why-then.tsx';

const route = getRouteApi('/inside/recurring/$id');

/** One recurring procedure: when next and why, what it has opened and will, what may be done to it. */
export function ProcedurePage() {
  const { recurring } = useWords();
  const { id } = route.useParams();
  const query = useQuery(procedureQuery(id));
  const openings = useQuery(openingsQuery(id));
  const { data } = query;
  usePageTitle(recurring.title, data?.name);
  if (!data) return <Reading query={query} />;
  const all = openings.data ?? [];
  const done = all.filter(({ state }) => state !== 'planned').toReversed();
  return (
    <>
      <div className="page-head">
        <Link to="/recurring">{recurring.title}</Link>
        <h1>{data.name}</h1>
        <span className="chip plain">{recurring.statuses[data.status]}</span>
        {data.counts.stuck > 0 && <span className="chip severe">{recurring.stuck(data.counts.stuck)}</span>}
      </div>
      {data.mayKeep && <ProcedureActs procedure={data} />}
      <div className="stack in-turn">
        <section className="panel">
          <h2>{recurring.next}</h2>
          {data.next ? <WhyThen next={data.next} /> : <p className="empty">{recurring.noNext}</p>}
          {data.against !== null && <p className="fault">{recurring.against(data.against)}</p>}
          <p className="quiet">
            {data.schedule.state === 'current' ? recurring.scheduleState[data.status] : recurring.pending}{' '}
            <code>{data.schedule.id}</code>
          </p>
        </section>
        <section className="panel">
          <h2>{recurring.history}</h2>
          {openings.data ? <OpeningTable openings={done} label={recurring.history} /> : <Reading query={openings} />}
        </section>
        {data.counts.planned > 0 && (
          <section className="panel">
            <h2>{recurring.toCome}</h2>
            <OpeningTable openings={all.filter(({ state }) => state === 'planned')} label={recurring.toCome} />
          </section>
        )}
        <section className="panel">
          <h2>{recurring.about2}</h2>
          <ProcedureFacts procedure={data} />
        </section>
        <section className="panel">
          <h2>{recurring.trail}</h2>
          <ProcedureTrail acts={data.acts} />
        </section>
      </div>
    </>
  );
}
