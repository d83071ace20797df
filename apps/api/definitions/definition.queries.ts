import { Inject, Injectable } from '@nestjs/common';
import type { Defect } from '../../../domain/errors.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { Database } from '../database.ts';
import type { KnownNames } from './compile.messages.ts';

export interface DefinitionRow {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly hash: string;
  readonly publishedBy: string | null;
  readonly publishedAt: number;
}

export interface FullRow extends DefinitionRow {
  readonly model: ProcessModel;
  readonly warnings: readonly Defect[];
  readonly versions: readonly number[];
}

type Names = Omit<KnownNames, 'forms'>;

interface NewDefinition {
  readonly bytes: Buffer;
  readonly hash: string;
  readonly models: readonly ProcessModel[];
  readonly warnings: readonly Defect[];
  readonly by: string;
}

const columns = `key, version, name, hash, published_by as "publishedBy", published_at as "publishedAt"`;
/** Publications wait for each other, so that versions are counted without gaps. */
const publicationLock = 7_305_202;

@Injectable()
export class DefinitionQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  newest(): Promise<readonly DefinitionRow[]> {
    return this.database.rows<DefinitionRow>(
      `select distinct on (key) ${columns} from definition where withdrawn_at is null order by key, version desc`,
    );
  }

  /** The newest version where none is named. */
  one(key: string, version: number | null): Promise<FullRow | undefined> {
    return this.database.row<FullRow>(
      `select ${columns}, model, warnings,
         (select array_agg(v.version order by v.version) from definition v where v.key = d.key) as versions
       from definition d where key = $1 and ($2::int is null and withdrawn_at is null or version = $2)
       order by version desc limit 1`,
      [key, version],
    );
  }

  document(key: string, version: number | null): Promise<{ readonly document: Buffer } | undefined> {
    return this.database.row(
      `select document from definition where key = $1 and ($2::int is null and withdrawn_at is null or version = $2)
       order by version desc limit 1`,
      [key, version],
    );
  }

  /** What these very bytes were published as, in the order of the document. */
  ofBytes(hash: string): Promise<readonly (DefinitionRow & { readonly warnings: readonly Defect[] })[]> {
    return this.database.rows(
      `select ${columns}, warnings from definition where hash = $1 order by published_at, key`,
      [hash],
    );
  }

  /** All processes of a document in one transaction; null when somebody else has just published the same bytes. */
  publish({ bytes, hash, models, warnings, by }: NewDefinition): Promise<readonly DefinitionRow[] | null> {
    return this.database.transaction(async (statements) => {
      await statements.query('select pg_advisory_xact_lock($1)', [publicationLock]);
      const same = await statements.query('select 1 from definition where hash = $1 limit 1', [hash]);
      if (same.length > 0) return null;
      const now = Date.now();
      const published: DefinitionRow[] = [];
      for (const [position, model] of models.entries()) {
        // A millisecond apart, so that the order of the document can be read back.
        const at = new Date(now + position);
        const rows = await statements.query<DefinitionRow[]>(
          `insert into definition (key, version, name, hash, document, model, warnings, published_by, published_at)
           select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from definition where key = $1
           returning ${columns}`,
          [model.key, model.name, hash, bytes, JSON.stringify(model), JSON.stringify(warnings), by, at],
        );
        published.push(...rows);
      }
      return published;
    });
  }

  /** Names that a definition may refer to, from the newest rules. */
  async knownNames(): Promise<Names> {
    const row = await this.database.row<Names>(
      `with newest as (select periods, ladders from rule_set order by version desc limit 1)
       select array(select jsonb_object_keys(periods) from newest) as periods,
              array(select jsonb_object_keys(ladders) from newest) as ladders,
              array(select distinct role from post) as roles,
              array(select id from agency) as agencies,
              array(select distinct key from definition) as definitions`,
    );
    return row ?? { periods: [], ladders: [], roles: [], agencies: [], definitions: [] };
  }
}
