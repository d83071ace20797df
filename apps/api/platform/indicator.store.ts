import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type {
  BehindQuery,
  Indicator,
  IndicatorValue,
  IndicatorValues,
  NewIndicator,
  ValuesQuery,
} from './indicator.schema.ts';
import { addFilters, measureOf, periodOf } from './indicator.sql.ts';
import { compared } from './indicator.values.ts';
import { mayKeepPlatform } from './platform.access.ts';
import type { Row, Rows } from './source.schema.ts';
import { SourceStore } from './source.store.ts';
import type { StoredSource } from './source.store.ts';

type Stored = Omit<Indicator, 'madeAt' | 'mayKeep'> & { readonly madeAt: number };
const columns = `i.key, i.version, i.name, i.source_id as source, i.definition, i.made_by as "madeBy", i.made_at as "madeAt"`;

/** Indicators as data: computed in the database over what the platform holds, with the rows behind every number. */
@Injectable()
export class IndicatorStore {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SourceStore) private readonly sources: SourceStore,
  ) {}

  async all(caller: Caller): Promise<readonly Indicator[]> {
    const rows = await this.database.rows<Stored>(
      `select distinct on (i.key) ${columns} from indicator i order by i.key, i.version desc`,
    );
    return rows.map((row) => shown(row, caller));
  }

  async one(key: string, version: number | null = null): Promise<Stored> {
    const found = await this.database.row<Stored>(
      `select ${columns} from indicator i where i.key = $1 and ($2::int is null or i.version = $2)
       order by i.version desc limit 1`,
      [key, version],
    );
    if (!found) throw new CaseError('NOT_FOUND', `没有指标“${key}”`);
    return found;
  }

  /** A new version; the same definition again is the version there is. */
  async put({ key, name, source: id, definition }: NewIndicator, caller: Caller): Promise<Indicator> {
    const source = await this.sources.one(id);
    if (source.unitField === null || source.dayField === null)
      throw new CaseError('NO_UNIT_OR_DAY', '这个数据源没有写明单位和日期字段，不能做指标', { path: 'source' });
    const where = new Conditions();
    measureOf(definition, source, where);
    addFilters(definition, source, where);
    await this.database.rows(
      `insert into indicator (key, version, name, source_id, definition, made_by, made_at)
       select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6 from indicator where key = $1
       having not exists (select from indicator n where n.key = $1 and n.name = $2 and n.source_id = $3 and n.definition = $4::jsonb
         and n.version = (select max(version) from indicator where key = $1))`,
      [key, name, id, JSON.stringify(definition), caller.user, new Date()],
    );
    return shown(await this.one(key), caller);
  }

  async values(key: string, { year, unit }: ValuesQuery): Promise<IndicatorValues> {
    const indicator = await this.one(key);
    const wanted = year ?? Number(civilDateOf(Date.now()).slice(0, 4));
    const items = (await this.computed(indicator, wanted)).filter((one) => unit === undefined || one.unit === unit);
    return { indicator: key, version: indicator.version, year: wanted, items: [...items] };
  }

  /** Every unit and period of a year, beside what it was before and what all others are. */
  async computed(indicator: Pick<Stored, 'source' | 'definition'>, year: number): Promise<readonly IndicatorValue[]> {
    const source = await this.sources.one(indicator.source);
    const where = new Conditions();
    const measure = measureOf(indicator.definition, source, where);
    addRange(where, source, `${year - 1}-01-01`, `${year}-12-31`);
    addFilters(indicator.definition, source, where);
    const rows = await this.database.rows<{ unit: string; period: string; value: number | null; rows: number }>(
      `select r.unit_id as unit, ${periodOf(indicator.definition)} as period, (${measure})::float8 as value, count(*)::int as rows
       from data_row r where ${where.text()} group by 1, 2 order by 2, 1`,
      where.values(),
    );
    return compared(
      rows.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }])),
      { year, definition: indicator.definition },
    );
  }

  /** The rows that a number was made of. */
  async behind(key: string, { unit, period, limit, cursor }: BehindQuery): Promise<Rows> {
    const indicator = await this.one(key);
    const source = await this.sources.one(indicator.source);
    const where = new Conditions();
    where.add(`r.source_id = ${where.bind(source.id)} and r.status = 'accepted' and r.unit_id = ${where.bind(unit)}`);
    where.add(`${periodOf(indicator.definition)} = ${where.bind(period)}`);
    addFilters(indicator.definition, source, where);
    const { rows, ...page } = await this.pages.page<Row>({
      columns: `r.batch_id as batch, r.row_no as row, r.status, r.unit_id as unit, r.occurred_on::text as day, r.data, r.faults,
        r.superseded_by as "supersededBy", r.handled_by as "handledBy", r.reason`,
      from: 'data_row r',
      where,
      sort: 'r.occurred_on::text',
      type: 'text',
      id: `r.batch_id || '/' || r.row_no`,
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
    return { ...page, items: [...rows] };
  }
}

function addRange(where: Conditions, { id }: StoredSource, from: string, to: string): void {
  where.add(`r.source_id = ${where.bind(id)} and r.status = 'accepted' and r.unit_id is not null`);
  where.add(`r.occurred_on between ${where.bind(from)}::date and ${where.bind(to)}::date`);
}

const shown = ({ madeAt, ...row }: Stored, caller: Caller): Indicator => ({
  ...row,
  madeAt: isoOf(madeAt),
  mayKeep: mayKeepPlatform(caller),
});
