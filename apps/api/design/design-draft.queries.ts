import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import type { DesignKind, DraftAddress } from './design-draft.schema.ts';

export interface DraftRow {
  readonly kind: DesignKind;
  readonly key: string;
  readonly name: string;
  readonly content: string;
  readonly baseVersion: number | null;
  readonly savedAt: number;
  readonly published: { readonly version: number; readonly by: string | null; readonly at: string } | null;
}

export interface NewDraft extends DraftAddress {
  readonly name: string;
  readonly content: string;
  readonly baseVersion: number | null;
  readonly at: Date;
}

const columns = `d.kind, d.key, d.name, d.content, d.base_version as "baseVersion", d.saved_at as "savedAt",
  (select jsonb_build_object('version', p.version, 'by', p.published_by, 'at', p.published_at)
   from published p where p.key = d.key and p.kind = d.kind order by p.version desc limit 1) as published`;

@Injectable()
export class DesignDraftQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  all(person: string): Promise<readonly DraftRow[]> {
    return this.database.rows<DraftRow>(
      `select ${columns} from design_draft d where d.person_id = $1 order by d.saved_at desc`,
      [person],
    );
  }

  one(person: string, { kind, key }: DraftAddress): Promise<DraftRow | undefined> {
    return this.database.row<DraftRow>(
      `select ${columns} from design_draft d where d.person_id = $1 and d.kind = $2 and d.key = $3`,
      [person, kind, key],
    );
  }

  /** Saved only where the draft is still the one that was seen (null: none yet); answers whether it was. */
  async save(person: string, draft: NewDraft, seen: number | null): Promise<boolean> {
    const { kind, key, name, content, baseVersion, at } = draft;
    const rows = await this.database.rows(
      `insert into design_draft as d (person_id, kind, key, name, content, base_version, saved_at)
       select $1, $2, $3, $4, $5, $6, $7
       where $8::timestamptz is null or exists (
         select from design_draft where person_id = $1 and kind = $2 and key = $3)
       on conflict (person_id, kind, key) do update
         set name = excluded.name, content = excluded.content, base_version = excluded.base_version,
             saved_at = excluded.saved_at
         where d.saved_at = $8::timestamptz
       returning key`,
      [person, kind, key, name, content, baseVersion, at, seen === null ? null : new Date(seen)],
    );
    return rows.length > 0;
  }

  async drop(person: string, { kind, key }: DraftAddress): Promise<void> {
    await this.database.rows('delete from design_draft where person_id = $1 and kind = $2 and key = $3', [
      person,
      kind,
      key,
    ]);
  }
}
