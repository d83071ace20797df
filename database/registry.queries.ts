import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

/** What procedures may know of the registry: everything as it was on a day. */
export interface FoundUnit {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly superior: string | null;
  /** Last day, and who took over; null while it exists. */
  readonly until: CivilDate | null;
  readonly successor: string | null;
}

/** Which agencies are dispatched groups: those of the commission that are not the commission itself. */
export const isGroup = `kind = 'discipline' and id <> 'cdi' and active`;

/** The dispatched group that watches over a unit on a day; null where the registry names none that still is one. */
export async function groupOver(db: Queryable, unit: string, on: CivilDate): Promise<string | null> {
  const [row] = await db.query<{ id: string }[]>(
    `select id from agency where ${isGroup} and id = (
       select t.group_id from unit_term t join unit u on u.agency_id = t.unit_id
       where t.unit_id = $1 and t.since <= greatest($2::date, u.since) order by t.since desc limit 1)`,
    [unit, on],
  );
  return row?.id ?? null;
}

/** The dispatched groups that watch over at least one unit that exists on a day. */
export async function groupsOn(db: Queryable, on: CivilDate): Promise<{ id: string; name: string }[]> {
  return db.query<{ id: string; name: string }[]>(
    `select id, name from agency where ${isGroup} and id in (
       select t.group_id from unit u join lateral (
         select group_id from unit_term o where o.unit_id = u.agency_id and o.since <= $1::date order by o.since desc limit 1) t on true
       where ${held('u', '$1')}) order by id`,
    [on],
  );
}

export interface FoundCadre {
  readonly id: string;
  readonly name: string;
  readonly account: string | null;
  readonly managedBy: string;
  readonly unit: string | null;
  readonly unitName: string | null;
  readonly title: string | null;
  readonly rank: string | null;
  readonly standing: string | null;
}
export interface FoundLeader extends FoundCadre {
  readonly units: readonly { readonly id: string; readonly name: string; readonly matter: string }[];
}

const held = (row: string, day: string) =>
  `${row}.since <= ${day}::date and (${row}.until is null or ${row}.until >= ${day}::date)`;

const nameOf = (unit: string, day: string) =>
  `(select t.name from unit_term t where t.unit_id = ${unit} and t.since <= ${day}::date order by t.since desc limit 1)`;

/** A person with the post that weighs most on the day: a leading one before another, the newest first. */
const cadre = (day: string) => `c.id, c.name, c.account, c.managed_by as "managedBy", p.unit_id as unit,
    ${nameOf('p.unit_id', day)} as "unitName", p.title, p.rank, p.standing
  from cadre c left join lateral (
    select * from cadre_post o where o.cadre_id = c.id and ${held('o', day)}
    order by array_position(array['head', 'leader', 'member'], o.standing), o.since desc, o.title limit 1) p on true`;

export async function unitsOf(db: Queryable, ids: readonly string[], on: CivilDate): Promise<FoundUnit[]> {
  return db.query<FoundUnit[]>(
    `select u.agency_id as id, t.name, t.category, t.superior_id as superior, u.until::text as until, u.successor_id as successor
     from unit u join lateral (
       select * from unit_term o where o.unit_id = u.agency_id and o.since <= greatest($2::date, u.since)
       order by o.since desc limit 1) t on true
     where u.agency_id = any($1) order by u.agency_id`,
    [ids, on],
  );
}

/** By the person's own id or the account. */
export async function cadresById(db: Queryable, ids: readonly string[], on: CivilDate): Promise<FoundCadre[]> {
  return db.query<FoundCadre[]>(`select ${cadre('$2')} where c.id = any($1) or c.account = any($1) order by c.id`, [
    ids,
    on,
  ]);
}

export interface CadreSearch {
  readonly units: readonly string[] | null;
  readonly standings: readonly string[] | null;
  readonly ranks: readonly string[] | null;
  readonly levels: readonly string[] | null;
}

/** Everybody who holds such a post on the day, under that post: who holds two of them stands there twice. */
export async function cadresInPosts(
  db: Queryable,
  { units, standings, ranks, levels }: CadreSearch,
  on: CivilDate,
): Promise<FoundCadre[]> {
  return db.query<FoundCadre[]>(
    `select c.id, c.name, c.account, c.managed_by as "managedBy", p.unit_id as unit, ${nameOf('p.unit_id', '$5')} as "unitName",
       p.title, p.rank, p.standing
     from cadre_post p join cadre c on c.id = p.cadre_id
     where ${held('p', '$5')} and ($1::text[] is null or p.unit_id = any($1)) and ($2::text[] is null or p.standing = any($2))
       and ($3::text[] is null or p.rank = any($3)) and ($4::text[] is null or c.managed_by = any($4))
     order by p.unit_id, array_position(array['head', 'leader', 'member'], p.standing), c.id, p.title`,
    [units, standings, ranks, levels, on],
  );
}

/** Leaders with the units that they are in charge of, each only once; those of some units, or all. */
export async function leadersOf(db: Queryable, units: readonly string[] | null, on: CivilDate): Promise<FoundLeader[]> {
  return db.query<FoundLeader[]>(
    `select l.*, (select jsonb_agg(jsonb_build_object('id', f.unit_id, 'name', ${nameOf('f.unit_id', '$2')}, 'matter', f.matter)
         order by f.unit_id) from portfolio f
         where f.leader_id = l.id and ${held('f', '$2')} and ($1::text[] is null or f.unit_id = any($1))) as units
     from (select ${cadre('$2')} where exists (select from portfolio f
       where f.leader_id = c.id and ${held('f', '$2')} and ($1::text[] is null or f.unit_id = any($1)))) l order by l.id`,
    [units, on],
  );
}

/** Where each of two persons holds or held a post, and whom each is in charge of: what a recusal is judged by. */
export interface Ties {
  readonly id: string;
  readonly name: string;
  readonly units: readonly { readonly id: string; readonly since: CivilDate; readonly until: CivilDate | null }[];
  readonly charges: readonly string[];
}
export async function tiesOf(db: Queryable, ids: readonly string[], on: CivilDate): Promise<Ties[]> {
  return db.query<Ties[]>(
    `select c.id, c.name,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.unit_id, 'since', p.since, 'until', p.until) order by p.since)
         from cadre_post p where p.cadre_id = c.id), '[]') as units,
       array(select f.unit_id from portfolio f where f.leader_id = c.id and ${held('f', '$2')}) as charges
     from cadre c where c.id = any($1) or c.account = any($1) order by c.id`,
    [ids, on],
  );
}
