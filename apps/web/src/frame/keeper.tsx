import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { administratorKindOf } from '../../../../domain/administration.ts';
import { useLook } from '../look/theme.tsx';
import { unreadQuery } from '../notices/notices.queries.ts';
import { keepLocally } from '../parts/preferences.ts';
import { onWorklist } from '../server/events.ts';
import { meQuery, preferencesQuery } from '../server/queries.ts';
import { useSpeaking } from '../words/words.tsx';

/** Keeps the pages as the person wants them, whichever machine they sit at, and the number of unread notices right. */
export function Keeper() {
  const queries = useQueryClient();
  const { data } = useQuery(preferencesQuery);
  const { speak } = useSpeaking();
  const { choose } = useLook();
  useEffect(() => {
    if (!data) return;
    keepLocally(data);
    if (data.language) speak(data.language);
    if (data.look) choose(data.look);
    // Only when the server has said something new.
  }, [data]);
  const { data: me } = useQuery(meQuery);
  // An administrator has no worklist to hear of, and is refused when asking for one.
  const hears = me !== undefined && administratorKindOf({ posts: me.posts }) === null;
  useEffect(
    () => (hears ? onWorklist(({ unread }) => queries.setQueryData(unreadQuery.queryKey, unread)) : undefined),
    [queries, hears],
  );
  return null;
}
