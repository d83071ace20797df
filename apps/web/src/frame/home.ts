import type { User } from '../../../api/auth/auth.schema.ts';
import { administratorKindOf } from '../../../../domain/administration.ts';
import { isOfUnit } from '../unit/unit-address.ts';

const overseers: ReadonlySet<string> = new Set(['supervisor', 'cdi.head']);

/** Where somebody's day begins. */
export function homeOf(me: User | undefined): '/unit' | '/board' | '/admin' | '/work' {
  if (me && isOfUnit(me)) return '/unit';
  if (me && administratorKindOf(me) !== null) return '/admin';
  return me?.roles.some((role) => overseers.has(role)) ? '/board' : '/work';
}
