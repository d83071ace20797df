import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import '../../look/diagram.css';
import '../../look/design.css';
import { NotFound } from '../../frame/not-found.tsx';
import { usePageTitle } from '../../frame/page-title.ts';
import { Loading } from '../../parts/loading.tsx';
import { Reading } from '../../parts/reading.tsx';
import { meQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';
import { documentQuery, draftQuery, openedQuery, versionsQuery } from '../design.queries.ts';
import { openedOf } from '../opened.ts';
import { DecisionDrawing } from './decision-drawing.tsx';
import { DecisionView } from './decision-view.tsx';

const route = getRouteApi('/inside/design/decisions/$key');

/** A decision: to draw on for designers, to read for everybody else, and every version of it. */
export function DecisionPage() {
  const { design } = useDesign();
  const { key } = route.useParams();
  const { version } = route.useSearch();
  const { data: me } = useQuery(meQuery);
  const mayDraw = (me?.roles.includes('designer') ?? false) && version === undefined;
  const versions = useQuery(versionsQuery(key));
  const draft = useQuery({ ...draftQuery('decision', key), enabled: mayDraw });
  const newest = versions.data?.items[0];
  const drawn = useQuery({
    ...openedQuery(key, newest?.version ?? 1),
    enabled: mayDraw && newest !== undefined && draft.data === null,
  });
  const shown = version ?? newest?.version ?? null;
  const read = useQuery({ ...documentQuery(key, shown ?? 1), enabled: me !== undefined && !mayDraw && shown !== null });
  const found = useMemo(
    () => openedOf(key, newest, draft.data ?? null, drawn.data?.document ?? null, newest?.name ?? null),
    [key, newest, draft.data, drawn.data],
  );
  usePageTitle(design.list.kinds.decision, found?.name ?? newest?.name ?? key);
  if (newest?.kind === 'process') return <NotFound />;
  if (versions.data && !newest && (!mayDraw || draft.data === null)) return <NotFound />;
  const failed = [versions, draft, drawn, read].find(({ error }) => error !== null);
  if (failed) return <Reading query={failed} />;
  if (mayDraw) {
    if (!found || !versions.data) return <Loading rows={10} />;
    return <DecisionDrawing key={key} opened={found} versions={versions.data.items} />;
  }
  if (read.data === undefined) return <Loading rows={10} />;
  return <DecisionView code={key} version={shown} xml={read.data} versions={versions.data?.items ?? []} />;
}
