import { isSupervised } from '../../../../domain/access.ts';
import type { User } from '../../../api/auth/auth.schema.ts';

/** Whether the reader is somebody of a supervised unit and nothing else. */
export const isOfUnit = ({ username, posts }: Pick<User, 'username' | 'posts'>): boolean =>
  posts.length > 0 && isSupervised({ user: username, posts });

const allowed = /^\/(unit|notices|me|help|files|cases\/new)(\/|$)/;

/** Where the portal has what an address of the offices' pages is about; null for an address that is the portal's own. */
export function unitAddressOf(pathname: string): string | null {
  if (allowed.test(pathname)) return null;
  const task = /^\/tasks\/([^/]+)$/.exec(pathname)?.[1];
  return task === undefined ? '/unit' : `/unit/tasks/${task}`;
}
