import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { isoOf } from '../../../../domain/instant.ts';
import { idleLimit } from '../../auth/session.service.ts';
import { Conditions } from '../../lists/conditions.ts';
import { readCursor } from '../../lists/cursor.ts';
import { Pages } from '../../lists/page.ts';
import type { Session, SessionQuery } from './session.schema.ts';

type Instants = 'createdAt' | 'lastSeenAt' | 'expiresAt' | 'revokedAt';
type SessionRow = Omit<Session, Instants> & {
  readonly createdAt: number;
  readonly lastSeenAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
};

/** Sessions under the hash of their token, which opens nothing. */
@Injectable()
export class SessionListQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  /** The one last used first. */
  list(own: string, { personId, live, limit, cursor }: SessionQuery) {
    const where = new Conditions();
    const now = `${where.bind(new Date())}::timestamptz`;
    const seenAfter = `${where.bind(new Date(Date.now() - idleLimit))}::timestamptz`;
    const isLive = `(s.revoked_at is null and s.expires_at > ${now} and s.last_seen_at > ${seenAfter})`;
    const mine = where.bind(own);
    where.add(`${now} > ${seenAfter} and ${mine} <> ''`);
    if (personId) where.add(`s.person_id = ${where.bind(personId)}`);
    if (live !== undefined) where.add(`${isLive} = ${where.bind(live)}`);
    return this.pages.page<SessionRow>({
      columns: `s.id_hash as id, s.person_id as "personId", p.name as "personName", s.created_at as "createdAt",
        s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt", s.remote,
        ${isLive} as live, s.id_hash = ${mine} as own`,
      from: 'session s join person p on p.id = s.person_id',
      where,
      sort: 's.last_seen_at',
      type: 'timestamptz',
      id: 's.id_hash',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

export const sessionOf = ({ createdAt, lastSeenAt, expiresAt, revokedAt, ...row }: SessionRow): Session => ({
  ...row,
  createdAt: isoOf(createdAt),
  lastSeenAt: isoOf(lastSeenAt),
  expiresAt: isoOf(expiresAt),
  revokedAt: revokedAt === null ? null : isoOf(revokedAt),
});

/** Whose it was; undefined when there is no such session, or it is not this person's. */
export async function revokeSession(db: Queryable, id: string, of: string | null): Promise<string | undefined> {
  const [row] = await db.query<{ person: string }[]>(
    `update session set revoked_at = coalesce(revoked_at, $2) where id_hash = $1 and ($3::text is null or person_id = $3)
     returning person_id as person`,
    [id, new Date(), of],
  );
  return row?.person;
}
