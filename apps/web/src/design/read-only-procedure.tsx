import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { Loading } from '../parts/loading.tsx';
import { useDesign } from './design-words.ts';
import type { Opened } from './opened.ts';
import { TrialDialog } from './trial/trial-dialog.tsx';

const Picture = lazy(() => import('../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));

interface ReadOnlyProcedureProps {
  readonly code: string;
  readonly name: string;
  readonly version: number | null;
  readonly draft: Opened | null;
  readonly why: string;
  readonly mayDraw: boolean;
}

/** A procedure to read: the picture or its text, the versions, a trial. */
export function ReadOnlyProcedure({ code, name, version, draft, why, mayDraw }: ReadOnlyProcedureProps) {
  const { design } = useDesign();
  const [trying, setTrying] = useState(false);
  return (
    <>
      <div className="page-head">
        <h1>{name}</h1>
        <code className="quiet">{code}</code>
        <span className="spring row-actions">
          <button type="button" className="button" onClick={() => setTrying(true)}>
            {design.trial.begin}
          </button>
          {version !== null && (
            <Link to="/design/$key/versions" params={{ key: code }} className="button">
              {design.more.versions}
            </Link>
          )}
        </span>
      </div>
      <p className="bar">{why}</p>
      {draft && mayDraw && <p className="quiet">{design.draft.from(draft.base ?? 0)}</p>}
      {version !== null && (
        <Suspense fallback={<Loading />}>
          <Picture definitionKey={code} name={name} large />
        </Suspense>
      )}
      {trying && <TrialDialog code={code} version={draft ? null : version} onClose={() => setTrying(false)} />}
    </>
  );
}
