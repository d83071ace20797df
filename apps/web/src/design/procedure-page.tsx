import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import '../look/design.css';
import { usePageTitle } from '../frame/page-title.ts';
import { NotFound } from '../frame/not-found.tsx';
import { Loading } from '../parts/loading.tsx';
import { Reading } from '../parts/reading.tsx';
import { meQuery } from '../server/queries.ts';
import { useDesign } from './design-words.ts';
import { draftQuery, openedQuery, versionsQuery } from './design.queries.ts';
import { openedOf } from './opened.ts';
import { ReadOnlyProcedure } from './read-only-procedure.tsx';

const route = getRouteApi('/inside/design/$key');
const Editor = lazy(() => import('./editor/editor.tsx').then(({ Editor: one }) => ({ default: one })));

/** Narrower than this one reads, comments and tries; drawing needs room. */
const room = matchMedia('(min-width: 1024px)');

function useRoom(): boolean {
  const [wide, setWide] = useState(room.matches);
  useEffect(() => {
    const follow = () => setWide(room.matches);
    room.addEventListener('change', follow);
    return () => room.removeEventListener('change', follow);
  }, []);
  return wide;
}

/** A procedure: to draw on for who may and has room, to read for everybody else. */
export function ProcedurePage() {
  const { design } = useDesign();
  const { key } = route.useParams();
  const { as, element } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: me } = useQuery(meQuery);
  const wide = useRoom();
  const mayDraw = me?.roles.includes('designer') ?? false;
  const versions = useQuery(versionsQuery(key));
  const draft = useQuery({ ...draftQuery('process', key), enabled: mayDraw });
  const newest = versions.data?.items[0];
  const opened = useQuery({
    ...openedQuery(key, newest?.version ?? 1),
    enabled: mayDraw && newest !== undefined && draft.data === null,
  });
  const onShow = useCallback(
    (changes: { as?: 'table' | undefined; element?: string | undefined }) =>
      void navigate({ search: (before) => ({ ...before, ...changes }) as typeof before, replace: true }),
    [navigate],
  );
  const found = useMemo(
    () => openedOf(key, newest, draft.data ?? null, opened.data?.document ?? null, opened.data?.name ?? null),
    [key, newest, draft.data, opened.data],
  );
  usePageTitle(design.editor.title, found?.name ?? newest?.name ?? key);
  if (newest?.kind === 'decision') return <NotFound />;
  if (versions.error) return <Reading query={versions} />;
  if (!versions.data) return <Loading rows={12} />;
  if (!newest && (!mayDraw || draft.data === null)) return <NotFound />;
  if (!mayDraw || !wide)
    return (
      <ReadOnlyProcedure
        code={key}
        name={found?.name ?? newest?.name ?? key}
        version={newest?.version ?? null}
        draft={found && found.seen !== null ? found : null}
        why={mayDraw ? design.editor.wider : design.editor.noRight}
        mayDraw={mayDraw}
      />
    );
  if (draft.error || opened.error) return <Reading query={draft.error ? draft : opened} />;
  if (!found) return <Loading rows={12} />;
  return (
    <div className="editor-page">
      <div className="page-head">
        <h1>{found.name}</h1>
        <code className="quiet">{key}</code>
        {newest && (
          <Link to="/design/$key/versions" params={{ key }}>
            {design.list.allVersions(versions.data?.total ?? 1)}
          </Link>
        )}
      </div>
      <Suspense fallback={<Loading rows={12} />}>
        <Editor key={key} opened={found} asTable={as === 'table'} chosen={element} onShow={onShow} />
      </Suspense>
    </div>
  );
}
