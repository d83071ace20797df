import { useQuery } from '@tanstack/react-query';
import { platformKeepers } from '../../../../domain/platform-access.ts';
import { meQuery } from '../server/queries.ts';

/** Whether the reader may make sources, indicators, rules and weights; the server judges again. */
export function useMayKeepPlatform(): boolean {
  const { data } = useQuery(meQuery);
  return data?.roles.some((role) => platformKeepers.some((keeper) => keeper === role)) ?? false;
}
