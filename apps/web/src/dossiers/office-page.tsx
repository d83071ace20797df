import { Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { useWords } from '../words/words.tsx';
import { Grants } from './grants.tsx';
import { Keepers } from './keepers.tsx';
import { Strays } from './strays.tsx';
import { useSections } from './use-sections.ts';

/** What surrounds the dossiers: leaves to read, and for those who answer for them keepers, strays and what came late. */
export function OfficePage() {
  const { dossiers } = useWords();
  const { rules } = useSections();
  const answers = rules && (rules.isKeeper || rules.oversees);
  const title = answers ? dossiers.office : dossiers.grants;
  usePageTitle(dossiers.title, title);
  return (
    <>
      <p>
        <Link to="/dossiers">‹ {dossiers.title}</Link>
      </p>
      <h1>{title}</h1>
      {answers && (
        <p className="figures">
          <span className="figure">
            {dossiers.strays} <b>{rules.strays}</b>
          </span>
          <span className="figure">
            {dossiers.late(rules.feedWithin)} <b>{rules.late}</b>
          </span>
        </p>
      )}
      <div className="stack">
        {rules?.isKeeper && rules.strays > 0 && <Strays />}
        <Grants />
        {answers && <Keepers />}
      </div>
    </>
  );
}
