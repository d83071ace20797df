import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { Loading } from '../parts/loading.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { definitionQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { OpeningForm } from './opening-form.tsx';
import { ProcedureChoice } from './procedure-choice.tsx';

const route = getRouteApi('/inside/cases/new');
const Picture = lazy(() => import('../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));

/** 新立案: first the procedure, then a title, the first day and what the procedure needs to know, beside its picture. */
export function OpeningPage() {
  const { opening } = useWords();
  const { procedure } = route.useSearch();
  usePageTitle(opening.title);
  return (
    <>
      <div className="page-head">
        <h1>{opening.title}</h1>
      </div>
      {procedure === undefined ? <ProcedureChoice /> : <Chosen procedure={procedure} />}
    </>
  );
}

function Chosen({ procedure }: { readonly procedure: string }) {
  const { opening } = useWords();
  const { data: chosen, error, refetch } = useQuery(definitionQuery(procedure));
  return (
    <>
      <p className="row-actions">
        {chosen && (
          <span>
            {opening.chosen} <strong>{chosen.name}</strong>
          </span>
        )}
        <StateLink to={{ to: '/cases/new' }} className="button small" current={false}>
          {opening.another}
        </StateLink>
      </p>
      {error && !chosen && <ProblemPanel error={error} onRetry={() => void refetch()} />}
      {!error && !chosen && <Loading />}
      {chosen?.documentation && <p className="purpose">{chosen.documentation}</p>}
      {chosen && (
        <div className="stack">
          <OpeningForm key={chosen.key} definition={chosen}>
            <section className="panel picture-place">
              <h2>{opening.picture}</h2>
              <Suspense fallback={<Loading />}>
                <Picture definitionKey={chosen.key} name={chosen.name} />
              </Suspense>
            </section>
          </OpeningForm>
        </div>
      )}
    </>
  );
}
