import { Inject, Injectable } from '@nestjs/common';
import type { HeldPost, Principal } from '../../../domain/access.ts';
import { Database } from '../database.ts';

/** A live session with its person, the posts held on the given day, and whom the person acts for then. */
export interface SessionRow {
  readonly user: string;
  readonly name: string;
  readonly agency: string | null;
  readonly lastSeenAt: number;
  readonly mustChangePassword: boolean;
  readonly posts: readonly HeldPost[];
  readonly principals: readonly Principal[];
  readonly recused: boolean;
}

/** Somebody as judged on a day. */
const personOn = (day: string) => `p.id as "user", p.name, p.agency_id as agency, p.one_time as "mustChangePassword",
  coalesce((select jsonb_agg(jsonb_build_object('role', o.role, 'agency', o.agency_id, 'parent', o.parent_id)
                             order by o.since, o.role, o.agency_id)
            from posts_on(${day}::date) o where o.person_id = p.id), '[]') as posts,
  principals_of(p.id, ${day}::date) as principals,
  exists (select from recusal r where r.person_id = p.id and r.state = 'approved') as recused`;
const admitted = 'p.active and not p.locked';

const liveSql = `select ${personOn('$4')}, s.last_seen_at as "lastSeenAt"
  from session s join person p on p.id = s.person_id and ${admitted}
  where s.id_hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3`;

/** Sessions in their own table: only the hash of the token is stored. */
@Injectable()
export class SessionQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  live(hash: string, now: Date, seenAfter: Date, today: string): Promise<SessionRow | undefined> {
    return this.database.row<SessionRow>(liveSql, [hash, now, seenAfter, today]);
  }

  /** Without a session: for whom something ordered before is done. */
  person(user: string, today: string): Promise<Omit<SessionRow, 'lastSeenAt'> | undefined> {
    return this.database.row(`select ${personOn('$2')} from person p where p.id = $1 and ${admitted}`, [user, today]);
  }

  async open(hash: string, user: string, times: { now: Date; until: Date }, remote: string): Promise<void> {
    await this.database.rows(
      `insert into session (id_hash, person_id, created_at, last_seen_at, expires_at, remote) values ($1, $2, $3, $3, $4, $5)`,
      [hash, user, times.now, times.until, remote],
    );
  }

  async seen(hash: string, now: Date): Promise<void> {
    await this.database.rows('update session set last_seen_at = $2 where id_hash = $1', [hash, now]);
  }

  /** Every live one of the person but this. */
  async revokeOthers(user: string, hash: string, now: Date): Promise<void> {
    await this.database.rows(
      'update session set revoked_at = $3 where person_id = $1 and id_hash <> $2 and revoked_at is null',
      [user, hash, now],
    );
  }

  async revoke(hash: string, now: Date): Promise<void> {
    await this.database.rows('update session set revoked_at = $2 where id_hash = $1 and revoked_at is null', [
      hash,
      now,
    ]);
  }
}
