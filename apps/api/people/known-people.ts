import { Inject, Injectable } from '@nestjs/common';
import { administrators } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { Database } from '../database.ts';

/** Those to whom something can be given: they are there, hold a post today and do business. */
@Injectable()
export class KnownPeople {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Their names; throws UNKNOWN_PERSON with all who are not among them. */
  async require(users: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const names = await this.namesOf(users);
    const unknown = users.filter((user) => !names.has(user)).map((user) => `“${user}”`);
    if (unknown.length > 0) throw new CaseError('UNKNOWN_PERSON', `没有名为${unknown.join('、')}的办理人员`);
    return names;
  }

  private async namesOf(users: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.rows<{ id: string; name: string }>(
      `select p.id, p.name from person p where p.id = any($1) and p.active
         and exists (select from posts_on($3::date) h where h.person_id = p.id)
         and not exists (select from posts_on($3::date) h where h.person_id = p.id and h.role = any($2))`,
      [users, [...administrators], civilDateOf(Date.now())],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
