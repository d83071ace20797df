import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { Reading } from '../parts/reading.tsx';
import { definitionQuery, definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { OpeningForm } from './opening-form.tsx';

const route = getRouteApi('/inside/cases/new');
const Picture = lazy(() => import('../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));

/** 新立案: the procedure with its picture, a title, the first day, and what the procedure needs to know. */
export function OpeningPage() {
  const { opening } = useWords();
  const { procedure } = route.useSearch();
  const navigate = route.useNavigate();
  const published = useQuery(definitionsQuery);
  const inForce = published.data?.items.filter(({ state }) => state === 'in-force');
  const { data: chosen } = useQuery({ ...definitionQuery(procedure ?? ''), enabled: procedure !== undefined });
  usePageTitle(opening.title);

  if (!inForce) return <Reading query={published} />;
  return (
    <>
      <div className="page-head">
        <h1>{opening.title}</h1>
      </div>
      <section className="panel">
        <h2>{opening.choose}</h2>
        {inForce.length === 0 && <p>{opening.noProcedures}</p>}
        <div className="procedures">
          {inForce.map(({ key: one, name }) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={one === procedure}
              onClick={() => void navigate({ to: '.', search: { procedure: one } })}
            >
              {name}
            </button>
          ))}
        </div>
      </section>
      {chosen && (
        <div className="stack">
          <OpeningForm key={chosen.key} definition={chosen} />
          <section className="panel">
            <h2>{opening.picture}</h2>
            <Suspense fallback={<Loading />}>
              <Picture definitionKey={chosen.key} name={chosen.name} />
            </Suspense>
          </section>
        </div>
      )}
    </>
  );
}
