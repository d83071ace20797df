import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { Database } from '../database.ts';
import type { KnownNames } from './compile.messages.ts';

/** A procedure, or a decision that procedures make. */
export type DefinitionKind = 'process' | 'decision';

export interface DefinitionRow {
  readonly kind: DefinitionKind;
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly hash: string;
  readonly publishedBy: string | null;
  readonly publishedAt: number;
}

export interface FullRow extends DefinitionRow {
  readonly model: ProcessModel | DecisionModel;
  readonly warnings: readonly Defect[];
  readonly versions: readonly number[];
}

type Names = Omit<KnownNames, 'forms' | 'formFields'>;

interface NewDefinition {
  readonly kind: DefinitionKind;
  readonly bytes: Buffer;
  readonly hash: string;
  readonly models: readonly (ProcessModel | DecisionModel)[];
  readonly warnings: readonly Defect[];
  readonly by: string;
}

const tables: Readonly<Record<DefinitionKind, string>> = { process: 'definition', decision: 'decision' };
const columns = `kind, key, version, name, hash, published_by as "publishedBy", published_at as "publishedAt"`;
/** Publications wait for each other, so that versions are counted without gaps. */
const publicationLock = 7_305_202;

@Injectable()
export class DefinitionQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  newest(kind: DefinitionKind): Promise<readonly DefinitionRow[]> {
    return this.database.rows<DefinitionRow>(
      `select distinct on (key) ${columns} from published where kind = $1 and withdrawn_at is null
       order by key, version desc`,
      [kind],
    );
  }

  /** The newest version where none is named. */
  one(key: string, version: number | null): Promise<FullRow | undefined> {
    return this.database.row<FullRow>(
      `select ${columns}, model, warnings,
         (select array_agg(v.version order by v.version) from published v where v.key = d.key) as versions
       from published d where key = $1 and ($2::int is null and withdrawn_at is null or version = $2)
       order by version desc limit 1`,
      [key, version],
    );
  }

  document(key: string, version: number | null): Promise<{ readonly document: Buffer } | undefined> {
    return this.database.row(
      `select document from published where key = $1 and ($2::int is null and withdrawn_at is null or version = $2)
       order by version desc limit 1`,
      [key, version],
    );
  }

  /** What these very bytes were published as, in the order of the document. */
  ofBytes(hash: string): Promise<readonly (DefinitionRow & { readonly warnings: readonly Defect[] })[]> {
    return this.database.rows(`select ${columns}, warnings from published where hash = $1 order by published_at, key`, [
      hash,
    ]);
  }

  /** All processes or decisions of a document in one transaction; null when somebody else has just published the same bytes. */
  publish({ kind, bytes, hash, models, warnings, by }: NewDefinition): Promise<readonly DefinitionRow[] | null> {
    return this.database.transaction(async (statements) => {
      await statements.query('select pg_advisory_xact_lock($1)', [publicationLock]);
      const same = await statements.query('select 1 from published where hash = $1 limit 1', [hash]);
      if (same.length > 0) return null;
      const taken = await statements.query<{ key: string }[]>(
        'select key from published where kind <> $1 and key = any($2) limit 1',
        [kind, models.map(({ key }) => key)],
      );
      if (taken[0]) throw keyTaken(taken[0].key, kind);
      const now = Date.now();
      const published: DefinitionRow[] = [];
      for (const [position, model] of models.entries()) {
        // A millisecond apart, so that the order of the document can be read back.
        const at = new Date(now + position);
        const rows = await statements.query<DefinitionRow[]>(
          `insert into ${tables[kind]} (key, version, name, hash, document, model, warnings, published_by, published_at)
           select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from ${tables[kind]} where key = $1
           returning '${kind}' as ${columns}`,
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
              array(select distinct key from definition) as definitions,
              coalesce((select jsonb_agg(model || jsonb_build_object('version', version)) from (
                select distinct on (key) model, version from decision where withdrawn_at is null
                order by key, version desc) as decided), '[]') as decisions`,
    );
    return row ?? { periods: [], ladders: [], roles: [], agencies: [], definitions: [], decisions: [] };
  }
}

const keyTaken = (key: string, kind: DefinitionKind): CaseError =>
  new CaseError(
    'KEY_TAKEN',
    kind === 'process' ? `“${key}”已是一个决策的代码，流程请另取 id` : `“${key}”已是一个流程的代码，决策请另取 id`,
  );
