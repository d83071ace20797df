import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { View, ViewContent } from './view.schema.ts';

interface Row extends Omit<View, 'own' | 'changedAt'> {
  readonly changedAt: number;
}

const columns = `id, page, name, search, shared_with as "sharedWith", owner_id as owner, changed_at as "changedAt"`;

@Injectable()
export class ViewQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** One's own, and those that one's agencies share. */
  async all(caller: Caller, page: string | null): Promise<readonly View[]> {
    const rows = await this.database.rows<Row>(
      `select ${columns} from list_view
       where (owner_id = $1 or shared_with = any($2::text[])) and ($3::text is null or page = $3)
       order by owner_id <> $1, name, id`,
      [caller.user, agenciesOf(caller), page],
    );
    return rows.map((row) => shown(row, caller));
  }

  async put(id: string, caller: Caller, { page, name, search, sharedWith }: ViewContent): Promise<View | null> {
    const row = await this.database.row<Row>(
      `insert into list_view (id, owner_id, page, name, search, shared_with, changed_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set page = excluded.page, name = excluded.name, search = excluded.search,
         shared_with = excluded.shared_with, changed_at = excluded.changed_at
       where list_view.owner_id = excluded.owner_id returning ${columns}`,
      [id, caller.user, page, name, JSON.stringify(search), sharedWith ?? null, new Date()],
    );
    return row ? shown(row, caller) : null;
  }

  async ownerOf(id: string): Promise<string | undefined> {
    const row = await this.database.row<{ owner: string }>('select owner_id as owner from list_view where id = $1', [
      id,
    ]);
    return row?.owner;
  }

  async drop(id: string, caller: Caller): Promise<View | null> {
    const row = await this.database.row<Row>(
      `delete from list_view where id = $1 and owner_id = $2 returning ${columns}`,
      [id, caller.user],
    );
    return row ? shown(row, caller) : null;
  }
}

export const agenciesOf = ({ posts }: Caller): readonly string[] => [...new Set(posts.map(({ agency }) => agency))];

const shown = ({ changedAt, ...row }: Row, { user }: Caller): View => ({
  ...row,
  own: row.owner === user,
  changedAt: isoOf(changedAt),
});
