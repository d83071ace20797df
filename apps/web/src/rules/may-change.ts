import { useQuery } from '@tanstack/react-query';
import { meQuery } from '../server/queries.ts';

const loads: readonly string[] = ['designer', 'sysadmin', 'supervisor', 'cdi.head'];
const changes: readonly string[] = ['designer', 'supervisor', 'cdi.head'];

/** What to offer; the server judges by itself. */
export function useMayChange(): { readonly calendars: boolean; readonly rules: boolean } {
  const { data: me } = useQuery(meQuery);
  const holds = (roles: readonly string[]) => me?.roles.some((role) => roles.includes(role)) ?? false;
  return { calendars: holds(loads), rules: holds(changes) };
}
