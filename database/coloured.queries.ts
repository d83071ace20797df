import type { Queryable } from './queryable.ts';

/** 政治生态: what people found of a unit in a quarter, and what the score had said where they have not yet. */
interface Coloured {
  readonly unit: string;
  readonly period: string;
  readonly colour: string;
}

/** Of the quarters from one to another (“2026-Q1”), trials aside. */
export async function colouredIn(db: Queryable, from: string, to: string): Promise<Coloured[]> {
  return db.query<Coloured[]>(
    `select data->>'unit' as unit, data->>'period' as period, coalesce(data->>'final', data->>'level') as colour
     from record_view where ledger = 'ecology' and not trial and data->>'period' between $1 and $2
       and data->>'unit' is not null and coalesce(data->>'final', data->>'level') is not null
     order by 1, 2, id`,
    [from, to],
  );
}
