import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { useWords } from '../words/words.tsx';
import { EarlierIntakes } from './earlier-intakes.tsx';
import { IntakeForm } from './intake-form.tsx';
import { IntakeResult } from './intake-result.tsx';

const route = getRouteApi('/inside/cases/import');

/** 批量立案: many cases from one sheet, looked at row by row before any is opened. */
export function IntakePage() {
  const { intake: words } = useWords();
  const { intake } = route.useSearch();
  usePageTitle(words.title);
  return (
    <>
      <div className="page-head">
        <h1>{words.title}</h1>
        <span className="spring">
          <Link to="/cases/new" className="button">
            {words.single}
          </Link>
        </span>
      </div>
      <div className="stack">
        {intake === undefined ? <IntakeForm /> : <IntakeResult id={intake} />}
        <EarlierIntakes />
      </div>
    </>
  );
}
