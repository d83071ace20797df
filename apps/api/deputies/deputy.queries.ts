import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Deputy, DeputyQuery } from './deputy.schema.ts';

type DeputyRow = Omit<Deputy, 'givenAt' | 'revokedAt'> & {
  readonly givenAt: number;
  readonly revokedAt: number | null;
};

const columns = (today: string): string => `d.id, d.principal_id as principal, q.name as "principalName",
  d.deputy_id as deputy, e.name as "deputyName", d.since, d.until, d.definition_keys as "definitionKeys", d.roles, d.reason,
  d.given_by as "givenBy", d.given_at as "givenAt", d.revoked_at as "revokedAt", d.revoked_by as "revokedBy",
  d.revoked_at is null and ${today} between d.since and d.until and q.active and e.active as "inForce"`;
const from = 'deputy d join person q on q.id = d.principal_id join person e on e.id = d.deputy_id';

@Injectable()
export class DeputyQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  /** `seenBy` limits it to what a person gave or was given, and to the people of the agencies that the person leads. */
  list(
    { principal, deputy, on, limit, cursor }: DeputyQuery,
    seenBy: { readonly user: string; readonly leads: readonly string[] } | null,
  ) {
    const where = new Conditions();
    const today = `${where.bind(civilDateOf(Date.now()))}::date`;
    where.add(`${today} is not null`);
    if (principal) where.add(`d.principal_id = ${where.bind(principal)}`);
    if (deputy) where.add(`d.deputy_id = ${where.bind(deputy)}`);
    if (on) where.add(`d.revoked_at is null and ${where.bind(on)}::date between d.since and d.until`);
    if (seenBy)
      where.add(
        `${where.bind(seenBy.user)} in (d.principal_id, d.deputy_id) or q.agency_id = any(${where.bind(seenBy.leads)}::text[])`,
      );
    return this.pages.page<DeputyRow>({
      columns: columns(today),
      from,
      where,
      sort: 'd.since::text',
      type: 'text',
      id: 'd.id::text',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

export const deputyOf = (row: DeputyRow): Deputy => ({
  ...row,
  givenAt: isoOf(row.givenAt),
  revokedAt: row.revokedAt === null ? null : isoOf(row.revokedAt),
});

export async function deputyFor(db: Queryable, id: string): Promise<Deputy | undefined> {
  const [row] = await db.query<DeputyRow[]>(
    `select ${columns('$2::date')} from ${from} where d.id::text = $1 for update of d`,
    [id, civilDateOf(Date.now())],
  );
  return row && deputyOf(row);
}

/** What a commission says, before it is one. */
export type DeputyPlan = Pick<
  Deputy,
  'principal' | 'deputy' | 'since' | 'until' | 'definitionKeys' | 'roles' | 'reason'
>;

export async function insertDeputy(db: Queryable, plan: DeputyPlan, by: string): Promise<string> {
  const { principal, deputy, since, until, definitionKeys, roles, reason } = plan;
  const [row] = await db.query<{ id: string }[]>(
    `insert into deputy (principal_id, deputy_id, since, until, definition_keys, roles, reason, given_by, given_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [principal, deputy, since, until, definitionKeys, roles, reason, by, new Date()],
  );
  if (!row) throw new Error('the deputy was not inserted');
  return row.id;
}

export async function revokeDeputy(db: Queryable, id: string, by: string, reason: string | undefined): Promise<void> {
  await db.query('update deputy set revoked_at = $2, revoked_by = $3, revoke_reason = $4 where id = $1', [
    id,
    new Date(),
    by,
    reason ?? null,
  ]);
}

/** A person as far as a commission asks about them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly agency: string | null;
  readonly roles: readonly string[];
  /** Agencies of home and posts, and the ones above them. */
  readonly house: readonly string[];
}

/** Someone who is there and holds a post today; undefined for others. */
export async function colleague(db: Queryable, user: string): Promise<Colleague | undefined> {
  const [row] = await db.query<Colleague[]>(
    `select p.id, p.name, p.agency_id as agency, array_agg(distinct h.role) as roles,
       array_remove(array_agg(distinct a.id) || array_agg(distinct a.parent_id) || array[p.agency_id], null) as house
     from person p join post h on h.person_id = p.id and h.since <= $2::date and coalesce(h.until >= $2::date, true)
       join agency a on a.id = h.agency_id
     where p.id = $1 and p.active group by p.id`,
    [user, civilDateOf(Date.now())],
  );
  return row;
}

/** Days within the stretch on which the person is away or has a deputy of their own. */
export async function awayWithin(db: Queryable, user: string, since: string, until: string): Promise<boolean> {
  const [row] = await db.query<unknown[]>(
    `select from absence where person_id = $1 and cancelled_at is null and since <= $3::date and until >= $2::date
     union all
     select from deputy where principal_id = $1 and revoked_at is null and roles is null and definition_keys is null
       and since <= $3::date and until >= $2::date`,
    [user, since, until],
  );
  return row !== undefined;
}

export async function sameCommission(db: Queryable, { principal, deputy, since, until }: DeputyPlan): Promise<boolean> {
  const [row] = await db.query<unknown[]>(
    `select from deputy where principal_id = $1 and deputy_id = $2 and revoked_at is null
       and since <= $4::date and until >= $3::date`,
    [principal, deputy, since, until],
  );
  return row !== undefined;
}

export async function unknownDefinitions(db: Queryable, keys: readonly string[]): Promise<readonly string[]> {
  const rows = await db.query<{ key: string }[]>(
    'select k.key from unnest($1::text[]) as k(key) where not exists (select from definition d where d.key = k.key)',
    [keys],
  );
  return rows.map(({ key }) => key);
}
