import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { cursorText } from './cursor.ts';
import type { Cursor } from './cursor.ts';
import type { Conditions } from './conditions.ts';

/** More rows than this are estimated, not counted. */
const countedUpTo = 1_000;

interface Listing {
  readonly columns: string;
  readonly from: string;
  readonly where: Conditions;
  /** Expression of the sort value; rows with the same value go by id. */
  readonly sort: string;
  readonly type: 'timestamptz' | 'text' | 'integer';
  readonly id: string;
  readonly descending: boolean;
  readonly limit: number;
  readonly cursor: Cursor | null;
}

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly estimated?: true;
}

type Sorted = { readonly sortValue: string | number | null; readonly sortId: string };

/** One indexed query for the rows and one bounded count, for every list. */
@Injectable()
export class Pages {
  constructor(@Inject(Database) private readonly database: Database) {}

  async page<Row>(listing: Listing): Promise<Page<Row>> {
    const [rows, count] = await Promise.all([this.rows<Row>(listing), this.count(listing)]);
    const shown = rows.slice(0, listing.limit);
    const last = shown.at(-1);
    const more = rows.length > listing.limit && last;
    return {
      rows: shown.map(({ sortValue: _value, sortId: _id, ...row }) => row as unknown as Row),
      nextCursor: more ? cursorText({ value: last.sortValue, id: last.sortId }) : null,
      ...count,
    };
  }

  private rows<Row>({ columns, from, where, sort, type, id, descending, limit, cursor }: Listing) {
    const clauses = where.copy();
    if (cursor) after(clauses, { sort, type, id, descending }, cursor);
    const order = descending ? 'desc' : 'asc';
    const text = `select ${columns}, ${sort} as "sortValue", ${id} as "sortId" from ${from}
      where ${clauses.text()} order by ${sort} ${order} nulls last, ${id} ${order} limit ${clauses.bind(limit + 1)}`;
    return this.database.rows<Row & Sorted>(text, clauses.values());
  }

  private async count({ from, where }: Listing): Promise<{ total: number; estimated?: true }> {
    const counted = await this.database.row<{ total: number }>(
      `select count(*) as total from (select 1 from ${from} where ${where.text()} limit ${countedUpTo + 1}) counted`,
      where.values(),
    );
    const total = counted?.total ?? 0;
    if (total <= countedUpTo) return { total };
    const [plan] = await this.database.rows<{ 'QUERY PLAN': readonly [{ Plan: { 'Plan Rows': number } }] }>(
      `explain (format json) select 1 from ${from} where ${where.text()}`,
      where.values(),
    );
    return { total: Math.max(total, plan?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0), estimated: true };
  }
}

/** Rows beyond the cursor in the order of the list; rows without a sort value come last either way. */
function after(
  clauses: Conditions,
  { sort, type, id, descending }: Pick<Listing, 'sort' | 'type' | 'id' | 'descending'>,
  { value, id: lastId }: Cursor,
): void {
  const sign = descending ? '<' : '>';
  const idAfter = `${id} ${sign} ${clauses.bind(lastId)}`;
  if (value === null) return clauses.add(`${sort} is null and ${idAfter}`);
  const at =
    type === 'timestamptz' ? `to_timestamp(${clauses.bind(value)}::float8 / 1000)` : `${clauses.bind(value)}::${type}`;
  clauses.add(`(${sort} ${sign} ${at} or (${sort} = ${at} and ${idAfter}) or ${sort} is null)`);
}
