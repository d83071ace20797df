import type { Queryable } from './queryable.ts';

export interface Reported {
  readonly id: string;
  readonly year: number;
}

/** 述责述廉: the last year in which each of these persons has reported, trials aside; who never did is not in it. */
export async function reportedYears(db: Queryable, cadres: readonly string[]): Promise<Reported[]> {
  return db.query<Reported[]>(
    `select data->>'cadre' as id, max((data->>'year')::int) as year from record_view
     where ledger = 'report' and not trial and status = 'closed' and data->>'cadre' = any($1)
       and jsonb_typeof(data->'year') = 'number'
     group by 1 order by 1`,
    [cadres],
  );
}
