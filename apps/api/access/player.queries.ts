import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { HeldPost, Viewer } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { Database } from '../database.ts';

/** Somebody whom the opener of a trial plays: a person of the directory, or the holder of a role. */
export interface Player extends Viewer {
  readonly name: string;
  readonly agency: string | null;
}

const personSql = `select p.id as "user", p.name, p.agency_id as agency,
    coalesce((select jsonb_agg(jsonb_build_object('role', o.role, 'agency', o.agency_id, 'parent', a.parent_id)
                               order by o.since, o.role)
              from post o join agency a on a.id = o.agency_id
              where o.person_id = p.id and o.since <= $2::date and (o.until is null or o.until >= $2::date)), '[]') as posts
  from person p where p.id = $1 and p.active`;

@Injectable()
export class PlayerQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** `zhang.san`, or `role:audit.staff@audit`. Throws UNKNOWN_PERSON for who is not there. */
  async playerOf(as: string): Promise<Player> {
    const [, role, agency] = /^role:([^@\s]+)(?:@(\S*))?$/.exec(as) ?? [];
    const player = role ? await this.holder(as, role, agency ?? '') : await this.person(as);
    if (!player) throw new CaseError('UNKNOWN_PERSON', `试运行中不能扮演“${as}”：没有这个人，或没有这个单位`);
    return player;
  }

  person(id: string): Promise<Player | undefined> {
    return this.database.row<Player>(personSql, [id, civilDateOf(Date.now())]);
  }

  private async holder(as: string, role: string, agency: string): Promise<Player | undefined> {
    if (agency === '') return { user: as, name: role, agency: null, posts: [{ role, agency: '', parent: null }] };
    const found = await this.database.row<Pick<HeldPost, 'parent'>>(
      'select parent_id as parent from agency where id = $1 and active',
      [agency],
    );
    return found && { user: as, name: role, agency, posts: [{ role, agency, parent: found.parent }] };
  }
}
