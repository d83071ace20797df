import type { Queryable } from './queryable.ts';

/** A worker says what it offers. */
export async function offerServices(db: Queryable, names: readonly string[], at: Date): Promise<void> {
  await db.query(
    `insert into service (name, seen_at) select name, $2 from unnest($1::text[]) as name
     on conflict (name) do update set seen_at = excluded.seen_at`,
    [names, at],
  );
}
