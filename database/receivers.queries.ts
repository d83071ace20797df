import type { CivilDate } from '../domain/time.ts';
import { rulesFirst } from './definition.queries.ts';
import type { Queryable } from './queryable.ts';

/** What is thrown, and how far it may reach: nothing thrown in a trial reaches a real case, nor another person's trial. */
export interface Thrown {
  readonly kind: 'message' | 'signal';
  readonly name: string;
  /** Every given value must equal the waiting case's; empty for signals. */
  readonly correlation: Readonly<Record<string, unknown>>;
  readonly trial: boolean;
  readonly openedBy: string | null;
}

/** Open cases that wait for it now, oldest first. A suspended case listens as well: what comes is held for it. */
export async function receiversOf(db: Queryable, thrown: Thrown): Promise<string[]> {
  const rows = await db.query<{ case_id: string }[]>(
    `select distinct w.case_id, c.opened_at from wait_view w join case_view c on c.id = w.case_id
     where w.kind = $1 and w.name = $2 and w.trial = $3
       and (not w.trial or w.opened_by is not distinct from $4)
       and (case when w.correlation = '{}'::jsonb then c.variables else w.correlation end) @> $5::jsonb
     order by c.opened_at, w.case_id`,
    [thrown.kind, thrown.name, thrown.trial, thrown.openedBy, JSON.stringify(thrown.correlation)],
  );
  return rows.map(({ case_id }) => case_id);
}

/** Procedures whose version that rules on the day begins with this message or signal. */
export async function startedBy(
  db: Queryable,
  { kind, name }: Pick<Thrown, 'kind' | 'name'>,
  on: CivilDate,
): Promise<string[]> {
  const rows = await db.query<{ key: string }[]>(
    `select ruling.key from (
       select distinct on (key) key, model from definition
       where withdrawn_at is null and valid_from <= $3::date order by key, ${rulesFirst}) ruling
     where exists (
         select from jsonb_each(ruling.model->'elements') e
         where e.value->>'kind' = 'startEvent' and e.value->>'scope' = ruling.key
           and e.value->'event'->>'kind' = $1 and e.value->'event'->'name'->>'constant' = $2)
     order by ruling.key`,
    [kind, name, on],
  );
  return rows.map(({ key }) => key);
}
