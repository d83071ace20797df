import { useQuery } from '@tanstack/react-query';
import { dutyKeepers } from '../../../../domain/duty-access.ts';
import { meQuery } from '../server/queries.ts';

/** Whether to offer what the server would allow: those who keep lists of duties. */
export function useMayKeep(): boolean {
  const { data: me } = useQuery(meQuery);
  return me?.posts.some(({ role }) => dutyKeepers.some((keeper) => keeper === role)) ?? false;
}
