import { useQuery } from '@tanstack/react-query';
import { mayKeepRegistry } from '../../../../domain/registry-access.ts';
import { meQuery } from '../server/queries.ts';

/** Whether to offer what the server would allow: the registry's keepers. */
export function useMayKeep(): boolean {
  const { data: me } = useQuery(meQuery);
  return me !== undefined && mayKeepRegistry({ user: me.username, posts: me.posts });
}
