import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { checkDefinition } from './indicator.check.ts';
import type * as schema from './indicator.schema.ts';
import { addFilters, measureOf, partOf, periodOf } from './indicator.sql.ts';
import { IndicatorStore } from './indicator.store.ts';
import { compared } from './indicator.values.ts';
import type { Row, Rows } from './source.schema.ts';
import { SourceStore } from './source.store.ts';
import type { StoredSource } from './source.store.ts';

type Defined = Pick<schema.Indicator, 'source' | 'definition'>;

/** What indicators say: computed in the database over what the platform holds, with the rows behind every number. */
@Injectable()
export class IndicatorFigures {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SourceStore) private readonly sources: SourceStore,
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
  ) {}

  async values(key: string, { year, since, unit, version }: schema.ValuesQuery): Promise<schema.IndicatorValues> {
    const indicator = await this.indicators.one(key, version ?? null);
    const wanted = year ?? thisYear();
    const items = (await this.computed(indicator, wanted, since)).filter(
      (one) => unit === undefined || one.unit === unit,
    );
    return { indicator: key, version: indicator.version, year: wanted, items: [...items] };
  }

  /** Of a definition that nobody has saved yet. */
  async preview({ source: id, definition, year, since }: schema.Preview): Promise<schema.Previewed> {
    checkDefinition(definition, await this.sources.one(id));
    const items = await this.computed({ source: id, definition }, year, since);
    return { year, rows: items.reduce((sum, { rows }) => sum + rows, 0), items: [...items] };
  }

  /** Every unit and period of the years, beside what it was before and what all others are. */
  async computed(indicator: Defined, year: number, since = year): Promise<readonly schema.IndicatorValue[]> {
    const source = await this.sources.one(indicator.source);
    const where = new Conditions();
    const measure = measureOf(indicator.definition, source, where);
    addRange(where, source, `${since - 1}-01-01`, `${year}-12-31`);
    addFilters(indicator.definition, source, where);
    const rows = await this.database.rows<{ unit: string; period: string; value: number | null; rows: number }>(
      `select r.unit_id as unit, ${periodOf(indicator.definition)} as period, (${measure})::float8 as value, count(*)::int as rows
       from data_row r where ${where.text()} group by 1, 2 order by 2, 1`,
      where.values(),
    );
    return compared(
      rows.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }])),
      { since, year, definition: indicator.definition },
    );
  }

  /** A period, of one unit or of all, taken apart by a field that the indicator names as a dimension. */
  async parts(key: string, { unit, period, dimension, version }: schema.PartsQuery): Promise<schema.Parts> {
    const indicator = await this.indicators.one(key, version ?? null);
    const source = await this.sources.one(indicator.source);
    const where = new Conditions();
    const part = dimensionOf(indicator, dimension, source, where);
    const measure = measureOf(indicator.definition, source, where);
    addPlace(where, source, indicator, { unit, period });
    const rows = await this.database.rows<{ part: string; value: number | null; rows: number }>(
      `select ${part} as part, (${measure})::float8 as value, count(*)::int as rows
       from data_row r where ${where.text()} group by 1 order by 2 desc nulls last, 1 limit 200`,
      where.values(),
    );
    const items = rows.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }]));
    return { indicator: key, dimension, period, items };
  }

  /** The rows that a number was made of. */
  async behind(key: string, query: schema.BehindQuery): Promise<Rows> {
    const { unit, period, dimension, part, version, limit, cursor } = query;
    const indicator = await this.indicators.one(key, version ?? null);
    const source = await this.sources.one(indicator.source);
    const where = new Conditions();
    addPlace(where, source, indicator, { unit, period });
    if (dimension !== undefined)
      where.add(`${dimensionOf(indicator, dimension, source, where)} = ${where.bind(part ?? '')}`);
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

export const thisYear = (): number => Number(civilDateOf(Date.now()).slice(0, 4));

function dimensionOf({ definition }: Defined, name: string, source: StoredSource, where: Conditions): string {
  if (definition.dimensions?.includes(name)) return partOf(name, source, where);
  const message = `指标没有“${name}”这个维度`;
  throw new CaseError('UNKNOWN_DIMENSION', message, {
    defects: [{ code: 'UNKNOWN_DIMENSION', message, path: 'dimension' }],
  });
}

function addPlace(
  where: Conditions,
  { id, ...source }: StoredSource,
  { definition }: Defined,
  { unit, period }: { readonly unit: string | undefined; readonly period: string },
): void {
  where.add(`r.source_id = ${where.bind(id)} and r.status = 'accepted' and r.unit_id is not null`);
  if (unit !== undefined) where.add(`r.unit_id = ${where.bind(unit)}`);
  where.add(`${periodOf(definition)} = ${where.bind(period)}`);
  addFilters(definition, source, where);
}

function addRange(where: Conditions, { id }: StoredSource, from: string, to: string): void {
  where.add(`r.source_id = ${where.bind(id)} and r.status = 'accepted' and r.unit_id is not null`);
  where.add(`r.occurred_on between ${where.bind(from)}::date and ${where.bind(to)}::date`);
}
