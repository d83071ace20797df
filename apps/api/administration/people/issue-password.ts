import type { Queryable } from '../../../../database/queryable.ts';
import { isoOf } from '../../../../domain/instant.ts';
import { oneTimeLifetime, oneTimePassword } from '../../auth/one-time-password.ts';
import { hashPassword } from '../../auth/password.ts';
import type { TrailEntry } from '../../trail/trail.entry.ts';
import { endSessionsOf, setOneTimePassword } from './person.queries.ts';
import type { Person } from './person.schema.ts';

/** A new one-time password; the old one and every open session are void. */
export async function issuePassword(
  db: Queryable,
  { id }: Person,
): Promise<{ readonly oneTimePassword: string; readonly expiresAt: string; readonly entry: TrailEntry }> {
  const password = oneTimePassword();
  const expires = Date.now() + oneTimeLifetime;
  await setOneTimePassword(db, id, await hashPassword(password), new Date(expires));
  const sessionsEnded = await endSessionsOf(db, id);
  const expiresAt = isoOf(expires);
  return {
    oneTimePassword: password,
    expiresAt,
    entry: { action: 'password-reset', object: ['person', id], after: { expiresAt, sessionsEnded } },
  };
}
