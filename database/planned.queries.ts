import type { Queryable } from './queryable.ts';

/** Tables of what is planned ahead and becomes exactly one case each. */
type PlannedTable = 'duty_occurrence' | 'recurring_opening';

export async function markOpened(
  db: Queryable,
  table: PlannedTable,
  { id, heir, at }: { readonly id: string; readonly heir: string | null; readonly at: Date },
): Promise<void> {
  await db.query(
    `update ${table} set status = 'opened', heir_id = $2, opened_at = $3, problem = null
     where id = $1 and status = 'planned'`,
    [id, heir, at],
  );
}

export async function cancelPlanned(db: Queryable, table: PlannedTable, id: string, reason: string): Promise<void> {
  await db.query(`update ${table} set status = 'cancelled', reason = $2 where id = $1 and status = 'planned'`, [
    id,
    reason,
  ]);
}

export async function noteProblem(db: Queryable, table: PlannedTable, id: string, problem: string): Promise<void> {
  await db.query(`update ${table} set problem = $2 where id = $1 and status = 'planned'`, [id, problem]);
}
