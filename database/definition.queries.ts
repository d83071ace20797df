import type { Queryable } from './queryable.ts';

export interface ModelInForce<Model> {
  readonly key: string;
  readonly version: number;
  readonly model: Model;
}

/**
 * A procedure's newest version that is in force, or the version asked for; null when there is none. A decision that was
 * not yet known when the procedure was published is the newest one now.
 */
export async function modelInForce<Model>(
  db: Queryable,
  key: string,
  version: number | null = null,
): Promise<ModelInForce<Model> | null> {
  const [row] = await db.query<ModelInForce<Model>[]>(
    `select key, version, model || jsonb_build_object('decisions', coalesce((
         select jsonb_object_agg(newest.key, newest.model) from (
           select distinct on (d.key) d.key, d.model || jsonb_build_object('version', d.version) as model
           from decision d
           where d.withdrawn_at is null and d.key in (
             select e.value->'decision'->>'key' from jsonb_each(definition.model->'elements') e)
           order by d.key, d.version desc) newest), '{}'::jsonb) || coalesce(model->'decisions', '{}'::jsonb)) as model
     from definition
     where key = $1 and ($2::int is null or version = $2) and withdrawn_at is null
     order by version desc limit 1`,
    [key, version],
  );
  return row ?? null;
}
