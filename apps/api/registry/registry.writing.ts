import type { Queryable } from '../../../database/queryable.ts';
import type { Cadre, Unit } from '../../../domain/registry.ts';
import type { Difference } from './registry.differences.ts';
import type { Change } from './registry.store.ts';

/** Whole units at once: their agencies where there are none yet, the units, their terms anew. */
export async function writeUnits(db: Queryable, units: readonly Unit[]): Promise<void> {
  if (units.length === 0) return;
  const terms = units.flatMap(({ id, terms: own }) =>
    own.map(({ superior, group, ...term }) => ({ unit_id: id, superior_id: superior, group_id: group, ...term })),
  );
  const rows = units.map(({ id, since, until, endedAs, successor }) => ({
    agency_id: id,
    since,
    until,
    ended_as: endedAs,
    successor_id: successor,
  }));
  await db.query(
    `insert into agency (id, name, kind) select t.unit_id, t.name, 'unit'
     from (select distinct on (unit_id) * from jsonb_populate_recordset(null::unit_term, $1) order by unit_id, since desc) t
     on conflict (id) do nothing`,
    [JSON.stringify(terms)],
  );
  await db.query(
    `insert into unit select * from jsonb_populate_recordset(null::unit, $1) on conflict (agency_id) do update set
       since = excluded.since, until = excluded.until, ended_as = excluded.ended_as, successor_id = excluded.successor_id`,
    [JSON.stringify(rows)],
  );
  await db.query('delete from unit_term where unit_id = any($1)', [units.map(({ id }) => id)]);
  await db.query('insert into unit_term select * from jsonb_populate_recordset(null::unit_term, $1)', [
    JSON.stringify(terms),
  ]);
}

export async function writeCadres(db: Queryable, cadres: readonly Cadre[]): Promise<void> {
  if (cadres.length === 0) return;
  const ids = cadres.map(({ id }) => id);
  const rows = cadres.map(({ id, name, managedBy, account, since, until, leftAs }) => ({
    id,
    name,
    managed_by: managedBy,
    account,
    since,
    until,
    left_as: leftAs,
  }));
  const posts = cadres.flatMap(({ id, posts: own }) =>
    own.map(({ unit, ...post }) => ({ cadre_id: id, unit_id: unit, ...post })),
  );
  const portfolios = cadres.flatMap(({ id, portfolios: own }) =>
    own.map(({ unit, ...portfolio }) => ({ leader_id: id, unit_id: unit, ...portfolio })),
  );
  await db.query(
    `insert into cadre select * from jsonb_populate_recordset(null::cadre, $1) on conflict (id) do update set
       name = excluded.name, managed_by = excluded.managed_by, account = excluded.account, since = excluded.since,
       until = excluded.until, left_as = excluded.left_as`,
    [JSON.stringify(rows)],
  );
  await db.query('delete from cadre_post where cadre_id = any($1)', [ids]);
  await db.query('delete from portfolio where leader_id = any($1)', [ids]);
  await db.query('insert into cadre_post select * from jsonb_populate_recordset(null::cadre_post, $1)', [
    JSON.stringify(posts),
  ]);
  await db.query('insert into portfolio select * from jsonb_populate_recordset(null::portfolio, $1)', [
    JSON.stringify(portfolios),
  ]);
}

/** What was changed, by whom, when and why: one row an object, never changed again. */
export async function writeChanges(
  db: Queryable,
  differences: readonly Difference[],
  { act, by, reason, importId = null }: Omit<Change, 'preview' | 'importId'> & { readonly importId?: string | null },
  at: Date,
): Promise<void> {
  const rows = differences.map(({ object, id, before, after }) => ({ object, object_id: id, before, after }));
  await db.query(
    `insert into registry_change (object, object_id, act, before, after, reason, import_id, changed_by, changed_at)
     select r.object, r.object_id, $2, r.before, r.after, $3, $4, $5, $6
     from jsonb_to_recordset($1) as r(object text, object_id text, before jsonb, after jsonb)`,
    [JSON.stringify(rows), act, reason, importId, by, at],
  );
}
