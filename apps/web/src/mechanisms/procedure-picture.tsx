import { lazy, Suspense } from 'react';
import type { MechanismSummary } from '../../../api/mechanisms/mechanism.schema.ts';
import { Loading } from '../parts/loading.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { useWords } from '../words/words.tsx';

const Picture = lazy(() => import('../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));

interface ProcedurePictureProps extends Pick<MechanismSummary, 'procedures'> {
  readonly chosen: string | undefined;
}

/** One picture at a time; the first procedure unless the address names another. */
export function ProcedurePicture({ procedures, chosen }: ProcedurePictureProps) {
  const { mechanisms } = useWords();
  const shown = procedures.find(({ key }) => key === chosen) ?? procedures[0];
  return (
    <section className="panel picture-place">
      <h2>{mechanisms.picture}</h2>
      {procedures.length > 1 && (
        <nav className="filters" aria-label={mechanisms.picture}>
          {procedures.map(({ key, name }) => (
            <StateLink
              key={key}
              to={{ to: '.', search: { procedure: key }, resetScroll: false, replace: true }}
              className="button small"
              current={key === shown?.key}
            >
              {name}
            </StateLink>
          ))}
        </nav>
      )}
      {shown && (
        <Suspense fallback={<Loading />}>
          <Picture key={shown.key} definitionKey={shown.key} name={shown.name} />
        </Suspense>
      )}
    </section>
  );
}
