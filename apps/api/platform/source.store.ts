import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { replanForSources } from '../../../database/recurring.plan.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { DataSchema } from '../../../domain/data-source.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { mayKeepPlatform } from './platform.access.ts';
import type { NewSource, Source } from './source.schema.ts';

export interface StoredSource extends DataSchema {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly tolerance: number;
  readonly keyHash: string | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const unknown = (id: string): CaseError => new CaseError('NOT_FOUND', `没有数据源“${id}”`);

/** The catalogue of sources. */
@Injectable()
export class SourceStore {
  constructor(@Inject(Database) private readonly database: Database) {}

  async one(id: string): Promise<StoredSource> {
    const found = await this.database.row<StoredSource>(
      `select id, name, provider_id as provider, fields, identity, unit_field as "unitField", day_field as "dayField",
         tolerance::float8 as tolerance, key_hash as "keyHash" from data_source where id = $1`,
      [id],
    );
    if (!found) throw unknown(id);
    return found;
  }

  async all(caller: Caller, id: string | null = null): Promise<readonly Source[]> {
    const rows = await this.database.rows<Omit<Source, 'mayKeep' | 'lastBatchAt'> & { lastBatchAt: number | null }>(
      `select s.id, s.name, s.provider_id as provider, s.purpose, s.level, s.cycle, s.fields, s.identity,
         s.unit_field as "unitField", s.day_field as "dayField", s.tolerance::float8 as tolerance,
         s.key_hash is not null as "hasKey",
         (select count(*)::int from data_row r where r.source_id = s.id and r.status = 'accepted') as rows,
         (select count(*)::int from data_row r where r.source_id = s.id and r.status = 'quarantined') as quarantined,
         (select max(received_at) from data_batch b where b.source_id = s.id) as "lastBatchAt"
       from data_source s where $1::text is null or s.id = $1 order by s.id`,
      [id],
    );
    return rows.map(({ lastBatchAt, ...row }) => ({
      ...row,
      lastBatchAt: lastBatchAt === null ? null : isoOf(lastBatchAt),
      mayKeep: mayKeepPlatform(caller),
    }));
  }

  async create({ reason: _reason, ...source }: NewSource, by: string): Promise<void> {
    const known = await this.database.row('select 1 from agency where id = $1', [source.provider]);
    if (!known) throw new CaseError('UNKNOWN_AGENCY', `没有单位“${source.provider}”`, { path: 'provider' });
    await this.database.transaction(async (db) => {
      const made = await db.query<unknown[]>(
        `insert into data_source (id, name, provider_id, purpose, level, cycle, fields, identity, unit_field, day_field,
         tolerance, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict (id) do nothing returning id`,
        [
          source.id,
          source.name,
          source.provider,
          source.purpose,
          source.level,
          source.cycle,
          JSON.stringify(source.fields),
          source.identity,
          source.unitField,
          source.dayField,
          source.tolerance,
          by,
          new Date(),
        ],
      );
      if (made.length === 0) throw new CaseError('SOURCE_EXISTS', `已有编号为“${source.id}”的数据源`, { path: 'id' });
      await replanForSources(db, civilDateOf(Date.now()));
    });
  }

  /** A new key; the one before is worth nothing from now on. */
  async newKey(id: string): Promise<string> {
    const key = randomBytes(32).toString('base64url');
    const made = await this.database.rows('update data_source set key_hash = $2 where id = $1 returning id', [
      id,
      sha256(key),
    ]);
    if (made.length === 0) throw unknown(id);
    return key;
  }

  /** Whether there is such a source is not told to whoever has no key for it. */
  async withKey(id: string, key: string): Promise<StoredSource> {
    const source = await this.one(id).catch((error: unknown) => {
      if (error instanceof CaseError) return null;
      throw error;
    });
    const given = Buffer.from(sha256(key));
    const kept = Buffer.from(source?.keyHash ?? sha256(randomBytes(32).toString('hex')));
    if (!source || !timingSafeEqual(given, kept)) throw new CaseError('WRONG_CREDENTIALS', '数据源编号或密钥不对');
    return source;
  }
}
