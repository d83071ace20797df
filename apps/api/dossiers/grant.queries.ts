import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { dossierRules } from '../../../definitions/dossier.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { mayOverseeDossiers } from '../../../domain/dossier-access.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { named } from './dossier.queries.ts';
import type { DossierGrant, DossierGrantList } from './dossier.schema.ts';

type Named = { readonly id: string; readonly name: string };
interface Row {
  readonly id: string;
  readonly readers: readonly Named[];
  readonly subjects: readonly { readonly kind: 'cadre' | 'unit'; readonly id: string; readonly name: string }[];
  readonly sections: readonly string[] | null;
  readonly purpose: string;
  readonly approvedBy: Named | null;
  readonly givenAt: number;
  readonly until: number;
  readonly revokedAt: number | null;
  readonly caseId: string | null;
  readonly session: {
    readonly id: string;
    readonly begunBy: Named;
    readonly begunAt: string;
    readonly joinedBy: Named | null;
    readonly until: string | null;
  } | null;
}

const columns = `g.id, (select jsonb_agg(${named('r')} order by o) from unnest(g.readers) with ordinality as r(r, o)) as readers,
  (select jsonb_agg(jsonb_build_object('kind', x.kind, 'id', x.id, 'name', coalesce(
      (select c.name from cadre c where x.kind = 'cadre' and c.id = x.id),
      (select t.name from unit_term t where x.kind = 'unit' and t.unit_id = x.id order by t.since desc limit 1), x.id)) order by x.o)
   from (select split_part(s, ':', 1) as kind, substr(s, position(':' in s) + 1) as id, o
         from unnest(g.subjects) with ordinality as given(s, o)) x) as subjects,
  g.sections, g.purpose, ${named('g.approved_by')} as "approvedBy", g.given_at as "givenAt", g.until, g.revoked_at as "revokedAt",
  g.case_id as "caseId",
  (select jsonb_build_object('id', s.id, 'begunBy', ${named('s.begun_by')}, 'begunAt', s.begun_at, 'joinedBy', ${named('s.joined_by')},
     'until', s.until) from dossier_session s where s.grant_id = g.id and (s.until is null or s.until > $1)
     and s.begun_at > $1::timestamptz - interval '1 day' order by s.begun_at desc limit 1) as session`;

/** Leaves to read, and the coming together of two who read by one. */
@Injectable()
export class GrantQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** One's own, or all for whoever keeps or oversees. */
  async list(caller: Caller, all: boolean): Promise<DossierGrantList> {
    const rows = await this.database.rows<Row>(
      `select ${columns} from dossier_grant g where $2 or $3 = any(g.readers) order by g.given_at desc limit 200`,
      [new Date(), all, caller.user],
    );
    return { items: rows.map((row) => shown(row, caller, all)) };
  }

  async one(id: string, caller: Caller): Promise<DossierGrant | null> {
    const row = await this.database.row<Row>(`select ${columns} from dossier_grant g where g.id = $2`, [
      new Date(),
      id,
    ]);
    return row ? shown(row, caller, false) : null;
  }

  async subjectsOpenTo({ user }: Caller, kind: 'cadre' | 'unit'): Promise<readonly string[]> {
    const rows = await this.database.rows<{ id: string }>(
      `select distinct substr(s, position(':' in s) + 1) as id from dossier_grant g, unnest(g.subjects) s
       where $1 = any(g.readers) and split_part(s, ':', 1) = $3 and g.until > $2 and g.revoked_at is null`,
      [user, new Date(), kind],
    );
    return rows.map(({ id }) => id);
  }

  /** With whom somebody reads by this leave now. */
  async partnerOf(grant: string, user: string): Promise<string | null> {
    const row = await this.database.row<{ partner: string }>(
      `select case when s.begun_by = $2 then s.joined_by else s.begun_by end as partner from dossier_session s
       where s.grant_id = $1 and $2 in (s.begun_by, s.joined_by) and s.joined_by is not null and s.until > $3
       order by s.joined_at desc limit 1`,
      [grant, user, new Date()],
    );
    return row?.partner ?? null;
  }

  /** One of the readers is there and waits for another. */
  async begin(grant: string, caller: Caller): Promise<string> {
    await this.inForce(grant, caller);
    const id = randomUUID();
    await this.database.rows('insert into dossier_session (id, grant_id, begun_by, begun_at) values ($1, $2, $3, $4)', [
      id,
      grant,
      caller.user,
      new Date(),
    ]);
    return id;
  }

  /** Another reader of the same leave comes; from now on both may read for some time. */
  async join(grant: string, caller: Caller): Promise<string> {
    await this.inForce(grant, caller);
    const now = Date.now();
    const [row] = await this.database.rows<{ id: string }>(
      `update dossier_session set joined_by = $2, joined_at = $3, until = $4
       where id = (select s.id from dossier_session s where s.grant_id = $1 and s.joined_by is null and s.begun_by <> $2
         and s.begun_at > $5 order by s.begun_at desc limit 1) and joined_by is null returning id`,
      [
        grant,
        caller.user,
        new Date(now),
        new Date(now + dossierRules.sessionMinutes * 60_000),
        new Date(now - dossierRules.sessionMinutes * 60_000),
      ],
    );
    if (!row) throw new CaseError('NOBODY_WAITS', '没有另一名查阅人在等待；两人须同时在场，请对方先开始');
    return row.id;
  }

  async revoke(grant: string): Promise<boolean> {
    const rows = await this.database.rows(
      'update dossier_grant set revoked_at = $2 where id = $1 and revoked_at is null returning id',
      [grant, new Date()],
    );
    return rows.length > 0;
  }

  /** Throws NOT_FOUND for whoever is no reader, GRANT_OVER when its time is up. */
  private async inForce(id: string, caller: Caller): Promise<void> {
    const grant = await this.one(id, caller);
    if (!grant || !grant.readers.some((reader) => reader.id === caller.user))
      throw new CaseError('NOT_FOUND', '没有这项查阅许可，或者您不是查阅人');
    if (!grant.inForce) throw new CaseError('GRANT_OVER', '这项查阅许可已经到期或被收回');
  }
}

function shown(row: Row, caller: Caller, all: boolean): DossierGrant {
  const inForce = row.revokedAt === null && row.until > Date.now();
  const isReader = row.readers.some(({ id }) => id === caller.user);
  const { session } = row;
  const waiting = session !== null && session.joinedBy === null && session.begunBy.id !== caller.user;
  return {
    ...row,
    readers: [...row.readers],
    subjects: [...row.subjects],
    sections: row.sections && [...row.sections],
    givenAt: isoOf(row.givenAt),
    until: isoOf(row.until),
    revokedAt: row.revokedAt === null ? null : isoOf(row.revokedAt),
    inForce,
    session: session && { ...session, begunAt: iso(session.begunAt), until: session.until && iso(session.until) },
    mayBegin: inForce && isReader && row.readers.length > 1 && session === null,
    mayJoin: inForce && isReader && waiting,
    mayRevoke: inForce && all && mayOverseeDossiers(caller),
  };
}

/** An instant that came inside JSON. */
const iso = (text: string): string => isoOf(Date.parse(text));
