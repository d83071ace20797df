import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { Reading } from '../parts/reading.tsx';
import { mechanismQuery } from '../server/queries.ts';
import { useSpeaking } from '../words/words.tsx';
import { LedgerLinks } from './ledger-links.tsx';
import { OpenNew } from './open-new.tsx';
import { OwnPage } from './own-page.tsx';
import { PeriodTable } from './period-table.tsx';
import { ProcedurePicture } from './procedure-picture.tsx';
import { ProcedureTable } from './procedure-table.tsx';

const route = getRouteApi('/inside/mechanisms/$key');

/** One mechanism: its procedures with pictures and open cases, its periods with the law they rest on, its ledgers. */
export function MechanismPage() {
  const { words, language } = useSpeaking();
  const { key } = route.useParams();
  const { procedure } = route.useSearch();
  const query = useQuery(mechanismQuery(key));
  const { data } = query;
  const name = data && (language === 'en' ? data.english : data.name);
  usePageTitle(words.mechanisms.title, name);
  if (!data) return <Reading query={query} />;
  const drawn = data.procedures.filter(({ version }) => version !== null);
  return (
    <>
      <div className="page-head">
        <Link to="/mechanisms">{words.mechanisms.all}</Link>
        <h1>
          <span className="quiet">{data.key}</span> {name}
        </h1>
        <span className="chip plain">{words.mechanisms.openCases(data.open)}</span>
        <OwnPage page={data.page} />
      </div>
      <p className="purpose">{language === 'en' ? data.purposeEnglish : data.purpose}</p>
      <OpenNew procedures={data.procedures} />
      <div className="stack">
        <section className="panel">
          <h2>{words.mechanisms.procedures}</h2>
          {data.procedures.length === 0 && <p className="empty">{words.mechanisms.notYet}</p>}
          {data.procedures.length > 0 && <ProcedureTable procedures={data.procedures} />}
        </section>
        {drawn.length > 0 && <ProcedurePicture procedures={drawn} chosen={procedure} />}
        <section className="panel">
          <h2>{words.mechanisms.periods}</h2>
          {data.periods.length === 0 && <p className="empty">{words.mechanisms.noPeriods}</p>}
          {data.periods.length > 0 && <PeriodTable periods={data.periods} />}
        </section>
        {data.ledgers.length > 0 && (
          <section className="panel">
            <h2>{words.mechanisms.ledgers}</h2>
            <p className="row-actions">
              <LedgerLinks kinds={data.ledgers} />
            </p>
          </section>
        )}
      </div>
    </>
  );
}
