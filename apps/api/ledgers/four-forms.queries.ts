import { Inject, Injectable } from '@nestjs/common';
import { addDays, addMonths, civilDateOf } from '../../../domain/civil-date.ts';
import { fourForms } from '../../../domain/four-forms.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { FourFormCounts, FourForms, FourFormsQuery } from './four-forms.schema.ts';
import { conditionsOf } from './ledger.queries.ts';
import { closedOn, placesOf } from './ledger.places.ts';

interface Cell {
  readonly form: string;
  readonly quarter: string;
  readonly agency: string | null;
  readonly unit: string | null;
  readonly count: number;
}

/** 四种形态: disposed clues in the caller's circle, summed by the day on which they were closed. */
@Injectable()
export class FourFormQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async summed(caller: Caller, { year = thisYear(), since = year, ...of }: FourFormsQuery): Promise<FourForms> {
    const where = conditionsOf('clue', caller, { ...of, closedFrom: `${since}-01-01`, closedTo: `${year}-12-31` });
    where.add(`r.data->>'fourForm' = any(${where.bind(fourForms)}::text[])`);
    const cells = await this.database.rows<Cell>(
      `select r.data->>'fourForm' as form, to_char(${closedOn}::date, 'YYYY"-Q"Q') as quarter, r.agency,
         ${placesOf('clue').unit} as unit, count(*)::int as count
       from ledger_row r join case_view c on c.id = r.case_id where ${where.text()} group by 1, 2, 3, 4`,
      where.values(),
    );
    return {
      year,
      since,
      all: countsOf(cells),
      years: grouped(cells, ({ quarter }) => quarter.slice(0, 4))
        .map(([key, some]) => ({ year: Number(key), ...countsOf(some) }))
        .toSorted((one, other) => one.year - other.year),
      quarters: grouped(cells, ({ quarter }) => quarter)
        .map(([quarter, some]) => ({ quarter, ...spanOf(quarter), ...countsOf(some) }))
        .toSorted((one, other) => (one.quarter < other.quarter ? -1 : 1)),
      agencies: grouped(cells, ({ agency }) => agency)
        .map(([agency, some]) => ({ agency, ...countsOf(some) }))
        .toSorted(mostFirst),
      units: grouped(cells, ({ unit }) => unit)
        .map(([unit, some]) => ({ unit, ...countsOf(some) }))
        .toSorted(mostFirst),
    };
  }
}

const thisYear = (): number => Number(civilDateOf(Date.now()).slice(0, 4));
const grouped = <Key>(cells: readonly Cell[], by: (cell: Cell) => Key) => [...Map.groupBy(cells, by)];
const mostFirst = (one: FourFormCounts, other: FourFormCounts): number => other.total - one.total;

function countsOf(cells: readonly Cell[]): FourFormCounts {
  const counts = fourForms.map((form) =>
    cells.filter((cell) => cell.form === form).reduce((sum, { count }) => sum + count, 0),
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => (total === 0 ? 0 : Math.round((1000 * count) / total) / 10));
  return { total, counts, shares };
}

/** “2026-Q2” → from 2026-04-01 to 2026-06-30. */
function spanOf(quarter: string): { readonly from: string; readonly to: string } {
  const from = `${quarter.slice(0, 4)}-${String(3 * Number(quarter.at(-1)) - 2).padStart(2, '0')}-01`;
  return { from, to: addDays(addMonths(from, 3), -1) };
}
