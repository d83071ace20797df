import { useQuery } from '@tanstack/react-query';
import { administratorKindOf } from '../../../../domain/administration.ts';
import type { AdministratorKind } from '../../../../domain/administration.ts';
import { meQuery } from '../server/queries.ts';

/** Which of the three kinds of administrator is signed in; null for everybody else. */
export function useAdministrator(): AdministratorKind | null {
  const { data: me } = useQuery(meQuery);
  return me ? administratorKindOf(me) : null;
}

const all: readonly AdministratorKind[] = ['sysadmin', 'secadmin', 'auditadmin'];

/** The pages of administration, in the order of the rail, and whose each is; the server judges by itself. */
const adminPages = [
  { to: '/admin/people', name: 'people', for: all },
  { to: '/admin/agencies', name: 'agencies', for: all },
  { to: '/admin/posts', name: 'posts', for: all },
  { to: '/admin/requests', name: 'requests', for: all },
  { to: '/admin/deputies', name: 'deputies', for: all },
  { to: '/admin/roles', name: 'roles', for: all },
  { to: '/admin/sessions', name: 'sessions', for: all },
  { to: '/admin/trail', name: 'trail', for: ['secadmin', 'auditadmin'] },
  { to: '/admin/access-log', name: 'accessLog', for: ['auditadmin'] },
] as const satisfies readonly { to: string; name: string; for: readonly AdministratorKind[] }[];
export type AdminPageName = (typeof adminPages)[number]['name'];

export const adminPagesOf = (kind: AdministratorKind | null) =>
  adminPages.filter((page) => kind !== null && (page.for as readonly AdministratorKind[]).includes(kind));
