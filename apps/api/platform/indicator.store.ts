import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { checkDefinition } from './indicator.check.ts';
import type { Indicator, NewIndicator } from './indicator.schema.ts';
import { mayKeepPlatform } from './platform.access.ts';
import { SourceStore } from './source.store.ts';

type Stored = Omit<Indicator, 'madeAt' | 'mayKeep'> & { readonly madeAt: number };
const columns = `i.key, i.version, i.name, i.source_id as source, i.definition, i.made_by as "madeBy", i.made_at as "madeAt", i.reason`;

/** Indicators as versioned data; a definition that its source cannot bear never gets in. */
@Injectable()
export class IndicatorStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SourceStore) private readonly sources: SourceStore,
  ) {}

  async all(caller: Caller): Promise<readonly Indicator[]> {
    return (await this.newest()).map((row) => shown(row, caller));
  }

  newest(): Promise<readonly Stored[]> {
    return this.database.rows<Stored>(
      `select distinct on (i.key) ${columns} from indicator i order by i.key, i.version desc`,
    );
  }

  async one(key: string, version: number | null = null): Promise<Stored> {
    const found = await this.database.row<Stored>(
      `select ${columns} from indicator i where i.key = $1 and ($2::int is null or i.version = $2)
       order by i.version desc limit 1`,
      [key, version],
    );
    if (!found) throw unknown(key);
    return found;
  }

  /** A new version; the same definition again is the version there is. */
  async put({ key, name, source: id, definition, reason = '' }: NewIndicator, caller: Caller): Promise<Indicator> {
    checkDefinition(definition, await this.sources.one(id));
    await this.database.rows(
      `insert into indicator (key, version, name, source_id, definition, made_by, made_at, reason)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7 from indicator where key = $1
       having not exists (select from indicator n where n.key = $1 and n.name = $2 and n.source_id = $3 and n.definition = $4::jsonb
         and n.version = (select max(version) from indicator where key = $1))`,
      [key, name, id, JSON.stringify(definition), caller.user, new Date(), reason],
    );
    return shown(await this.one(key), caller);
  }

  /** All versions, the newest first. */
  async versions(key: string, caller: Caller): Promise<readonly Indicator[]> {
    const rows = await this.database.rows<Stored>(
      `select ${columns} from indicator i where i.key = $1 order by i.version desc`,
      [key],
    );
    if (rows.length === 0) throw unknown(key);
    return rows.map((row) => shown(row, caller));
  }
}

const unknown = (key: string): CaseError => new CaseError('NOT_FOUND', `没有指标“${key}”`);

const shown = ({ madeAt, ...row }: Stored, caller: Caller): Indicator => ({
  ...row,
  madeAt: isoOf(madeAt),
  mayKeep: mayKeepPlatform(caller),
});
