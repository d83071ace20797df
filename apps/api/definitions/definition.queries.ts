import { Inject, Injectable } from '@nestjs/common';
import { stateOn } from '../../../database/definition.queries.ts';
import type { VersionState } from '../../../database/definition.queries.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Defect } from '../../../domain/errors.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { DecisionModel } from '../../../engine/decisions/decision.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { canonical } from '../commands/canonical.ts';
import { Database } from '../database.ts';

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
  readonly validFrom: CivilDate;
  readonly withdrawnBy: string | null;
  readonly withdrawnAt: number | null;
  readonly state: VersionState;
}

export interface FullRow extends DefinitionRow {
  readonly model: ProcessModel | DecisionModel;
  readonly warnings: readonly Defect[];
  readonly versions: readonly number[];
}

/** Columns of DefinitionRow on `published d`, on the day that is bound as `$1`. */
export const versionColumns = `d.kind, d.key, d.version, d.name, d.hash, d.published_by as "publishedBy",
  d.published_at as "publishedAt", d.valid_from as "validFrom", d.withdrawn_by as "withdrawnBy",
  d.withdrawn_at as "withdrawnAt", ${stateOn('published', '$1')} as state`;
/** The version that rules, else the next that will, else the last that was withdrawn. */
const shownFirst = `d.withdrawn_at is not null, d.valid_from > $1::date,
  case when d.valid_from > $1::date then d.valid_from end, d.valid_from desc, d.version desc`;
export const today = (): CivilDate => civilDateOf(Date.now());

@Injectable()
export class DefinitionQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Of each key the version that rules today, else the one that comes nearest to it. */
  shown(kind: DefinitionKind): Promise<readonly DefinitionRow[]> {
    return this.database.rows<DefinitionRow>(
      `select distinct on (d.key) ${versionColumns} from published d where d.kind = $2 order by d.key, ${shownFirst}`,
      [today(), kind],
    );
  }

  /** As in `shown` where no version is named. */
  one(key: string, version: number | null): Promise<FullRow | undefined> {
    return this.database.row<FullRow>(
      `select ${versionColumns}, d.model, d.warnings,
         (select array_agg(v.version order by v.version) from published v where v.key = d.key) as versions
       from published d where d.key = $2 and ($3::int is null or d.version = $3) order by ${shownFirst} limit 1`,
      [today(), key, version],
    );
  }

  document(key: string, version: number | null): Promise<{ readonly document: Buffer } | undefined> {
    return this.database.row(
      `select d.document from published d where d.key = $2 and ($3::int is null or d.version = $3)
       order by ${shownFirst} limit 1`,
      [today(), key, version],
    );
  }

  /** What these very bytes were published as, in the order of the document. */
  ofBytes(hash: string): Promise<readonly (DefinitionRow & { readonly warnings: readonly Defect[] })[]> {
    return this.database.rows(
      `select ${versionColumns}, d.warnings from published d where d.hash = $2 and not exists (
         select from published later where later.hash = d.hash and later.key = d.key and later.version > d.version)
       order by d.published_at, d.key`,
      [today(), hash],
    );
  }

  /** Whether each of these is what its newest version is already, forms and decisions included. */
  async areTheNewest(models: readonly (ProcessModel | DecisionModel)[]): Promise<boolean> {
    const rows = await this.database.rows<{ key: string; model: unknown }>(
      'select distinct on (key) key, model from published where key = any($1) order by key, version desc',
      [models.map(({ key }) => key)],
    );
    const newest = new Map(rows.map(({ key, model }) => [key, canonical(model)]));
    return models.every((model) => newest.get(model.key) === canonical(model));
  }

  /** Highest version of each key. */
  async highest(kind: DefinitionKind): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.rows<{ key: string; version: number }>(
      'select key, max(version) as version from published where kind = $1 group by key',
      [kind],
    );
    return new Map(rows.map(({ key, version }) => [key, version]));
  }

  /** Versions that will take the place of one that rules from the day on. */
  later(
    keys: readonly string[],
    validFrom: CivilDate,
  ): Promise<readonly Pick<DefinitionRow, 'key' | 'version' | 'validFrom'>[]> {
    return this.database.rows(
      `select key, version, valid_from as "validFrom" from published
       where key = any($1) and withdrawn_at is null and valid_from > $2::date order by key, valid_from`,
      [keys, validFrom],
    );
  }
}
