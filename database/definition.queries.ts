import type { Queryable } from './queryable.ts';

export interface ModelInForce<Model> {
  readonly key: string;
  readonly version: number;
  readonly model: Model;
}

/** A procedure's newest version that is in force, or the version asked for; null when there is none. */
export async function modelInForce<Model>(
  db: Queryable,
  key: string,
  version: number | null = null,
): Promise<ModelInForce<Model> | null> {
  const [row] = await db.query<ModelInForce<Model>[]>(
    `select key, version, model from definition
     where key = $1 and ($2::int is null or version = $2) and withdrawn_at is null
     order by version desc limit 1`,
    [key, version],
  );
  return row ?? null;
}
