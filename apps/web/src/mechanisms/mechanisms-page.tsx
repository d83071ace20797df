import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MechanismSummary } from '../../../api/mechanisms/mechanism.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { useCatalogue } from '../ledgers/use-catalogue.ts';
import { Loading } from '../parts/loading.tsx';
import { Reading } from '../parts/reading.tsx';
import { mechanismsQuery } from '../server/queries.ts';
import { useSpeaking } from '../words/words.tsx';
import { LedgerLinks } from './ledger-links.tsx';
import { OpenNew } from './open-new.tsx';
import { OwnPage } from './own-page.tsx';

/** 机制: what joint supervision consists of, what each part is for, and where one starts. */
export function MechanismsPage() {
  const { words } = useSpeaking();
  const query = useQuery(mechanismsQuery);
  usePageTitle(words.mechanisms.title);
  const catalogue = useCatalogue();
  if (!query.data) return <Reading query={query} />;
  // The names of its ledgers decide how high a card is.
  if (catalogue.isPending) return <Loading />;
  return (
    <>
      <div className="page-head">
        <h1>
          {words.mechanisms.title} <span className="quiet">{query.data.total}</span>
        </h1>
      </div>
      <ul className="mechanisms">
        {query.data.items.map((one) => (
          <Card key={one.key} mechanism={one} />
        ))}
      </ul>
    </>
  );
}

function Card({ mechanism }: { readonly mechanism: MechanismSummary }) {
  const { words, language } = useSpeaking();
  const { key, name, english, purpose, purposeEnglish, procedures, ledgers, open } = mechanism;
  return (
    <li className="panel">
      <h2>
        <span className="quiet">{key}</span>{' '}
        <Link to="/mechanisms/$key" params={{ key }}>
          {language === 'en' ? english : name}
        </Link>
      </h2>
      <p>{language === 'en' ? purposeEnglish : purpose}</p>
      <p className="row-actions">
        <span className="chip plain">
          {procedures.length > 0 ? words.mechanisms.openCases(open) : words.mechanisms.notYet}
        </span>
        <LedgerLinks kinds={ledgers} />
        <OwnPage page={mechanism.page} />
      </p>
      <OpenNew procedures={procedures} />
    </li>
  );
}
