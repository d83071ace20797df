import type { Queryable } from '../../database/queryable.ts';

/** Ids of the cases with these numbers or ids, or of all that the journal or the read model knows. */
export async function caseIds(db: Queryable, numbers: readonly string[] | 'all'): Promise<string[]> {
  const known = 'select case_id as id from journal union select id from public.case_view';
  const rows = await db.query<{ id: string }[]>(
    `select k.id from (${known}) k left join public.case_view c on c.id = k.id
     where $1::text[] is null or k.id = any($1) or c.number = any($1) order by k.id`,
    [numbers === 'all' ? null : numbers],
  );
  return rows.map(({ id }) => id);
}
