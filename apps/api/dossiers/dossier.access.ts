import { Inject, Injectable } from '@nestjs/common';
import { dossierRules } from '../../../definitions/dossier.ts';
import { isBusiness } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { readingOf } from '../../../domain/dossier-access.ts';
import type { Reading } from '../../../domain/dossier-access.ts';
import type { Caller } from '../access/caller.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { Database } from '../database.ts';

export interface Subject {
  readonly kind: 'cadre' | 'unit';
  readonly id: string;
}

interface LeaveRow {
  readonly id: string;
  readonly sections: readonly string[] | null;
  readonly joined: boolean;
}

/** Who stands how to which dossier. */
@Injectable()
export class DossierAccess {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
  ) {}

  async isKeeper(caller: Caller): Promise<boolean> {
    return isBusiness(caller) && (await this.objects.keepsDossiers(caller.user));
  }

  /** The dossier of whoever is registered under the caller's account. */
  own({ user }: Caller): Promise<string | null> {
    return this.objects.cadreOf(user);
  }

  /** What the caller may read of a dossier now; null when not even that there is one. */
  async readingOf(caller: Caller, subject: Subject): Promise<Reading | null> {
    if (!isBusiness(caller) || (await this.isRecused(caller, subject))) return null;
    const [isKeeper, isSubject, leaves, alwaysTwo] = await Promise.all([
      this.isKeeper(caller),
      this.isSubject(caller, subject),
      this.leavesOf(caller, subject),
      this.needsTwo(subject),
    ]);
    return readingOf(dossierRules.sections, { isKeeper, isSubject, leaves }, alwaysTwo);
  }

  /** Whoever steps back from somebody loses the dossier as well, by whatever right. */
  private async isRecused({ user }: Caller, { kind, id }: Subject): Promise<boolean> {
    const today = civilDateOf(Date.now());
    const row = await this.database.row<{ recused: boolean }>('select recused_from($1, $2, $3, $4) as recused', [
      user,
      kind,
      id,
      today,
    ]);
    return row?.recused ?? false;
  }

  private async isSubject(caller: Caller, { kind, id }: Subject): Promise<boolean> {
    return kind === 'cadre' && (await this.own(caller)) === id;
  }

  private leavesOf({ user }: Caller, { kind, id }: Subject): Promise<readonly LeaveRow[]> {
    return this.database.rows<LeaveRow>(
      `select g.id, g.sections, exists (select from dossier_session s where s.grant_id = g.id and s.joined_by is not null
           and s.until > $3 and $1 in (s.begun_by, s.joined_by)) as joined
       from dossier_grant g
       where $1 = any(g.readers) and $2 = any(g.subjects) and g.until > $3 and g.revoked_at is null
       order by g.given_at desc`,
      [user, `${kind}:${id}`, new Date()],
    );
  }

  /** Of whoever holds such a post today. */
  private async needsTwo({ kind, id }: Subject): Promise<boolean> {
    if (kind === 'unit') return false;
    const row = await this.database.row<object>(
      `select from cadre_post p where p.cadre_id = $1 and p.standing = any($2) and p.since <= $3::date
         and (p.until is null or p.until >= $3::date) limit 1`,
      [id, dossierRules.twoReadersFor.standings, civilDateOf(Date.now())],
    );
    return row !== undefined;
  }
}
