import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { civilDateOf } from '../../../../domain/civil-date.ts';
import { isoOf } from '../../../../domain/instant.ts';
import { Conditions } from '../../lists/conditions.ts';
import { containing } from '../../lists/containing.ts';
import { readCursor } from '../../lists/cursor.ts';
import { Pages } from '../../lists/page.ts';
import type { NewPerson, Person, PersonQuery } from './person.schema.ts';

type Instants = 'lockedUntil' | 'createdAt' | 'lastSignInAt';
export type PersonRow = Omit<Person, Instants> & {
  readonly lockedUntil: number | null;
  readonly createdAt: number;
  readonly lastSignInAt: number | null;
};

const held = (today: string): string => `h.since <= ${today} and coalesce(h.until >= ${today}, true)`;

/** A post as JSON, on `post h`. */
export const postJson = (today: string): string => `jsonb_build_object('id', h.id, 'personId', h.person_id,
  'agency', h.agency_id, 'role', h.role, 'title', h.title, 'since', h.since, 'until', h.until, 'current', ${held(today)})`;

const columns = (today: string, now: string): string => `p.id, p.name, p.agency_id as agency, p.active,
  p.locked or coalesce(p.locked_until > ${now}, false) as locked,
  case when p.locked_until > ${now} then p.locked_until end as "lockedUntil",
  p.password_hash is not null as "hasPassword", p.one_time as "mustChangePassword", p.created_at as "createdAt",
  p.last_sign_in_at as "lastSignInAt",
  (select coalesce(jsonb_agg(${postJson(today)} order by h.since desc, h.role), '[]') from post h where h.person_id = p.id) as posts,
  (select count(*) from admin_request r where r.person_id = p.id and r.decision is null) as "openRequests",
  (select count(*) from task_view t where t.assignee = p.id and t.status in ('open', 'suspended') and not t.trial) as "openTasks"`;

const sorts = {
  name: ['p.name', 'text'],
  id: ['p.id', 'text'],
  lastSignInAt: ['p.last_sign_in_at', 'timestamptz'],
} as const;

@Injectable()
export class PeopleQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list({ q, agency, role, active, locked, sort: order, limit, cursor }: PersonQuery) {
    const where = new Conditions();
    const now = `${where.bind(new Date())}::timestamptz`;
    const today = `${where.bind(civilDateOf(Date.now()))}::date`;
    where.add(`${now} is not null and ${today} is not null`);
    if (q) where.add(containing(where, q, 'p.name', 'p.id'));
    if (agency) where.add(`p.agency_id = ${where.bind(agency)}`);
    if (role)
      where.add(
        `exists (select from post h where h.person_id = p.id and h.role = ${where.bind(role)} and ${held(today)})`,
      );
    if (active !== undefined) where.add(`p.active = ${where.bind(active)}`);
    if (locked !== undefined)
      where.add(`(p.locked or coalesce(p.locked_until > ${now}, false)) = ${where.bind(locked)}`);
    const [sort, type] = sorts[order.replace('-', '') as keyof typeof sorts];
    return this.pages.page<PersonRow>({
      columns: columns(today, now),
      from: 'person p',
      where,
      sort,
      type,
      id: 'p.id',
      descending: order.startsWith('-'),
      limit,
      cursor: readCursor(cursor),
    });
  }
}

/** One person as they stand, within a change; the row is locked against others. */
export async function personFor(db: Queryable, id: string): Promise<Person | undefined> {
  await db.query('select from person where id = $1 for update', [id]);
  const [row] = await db.query<PersonRow[]>(
    `select ${columns('$2::date', '$3::timestamptz')} from person p where p.id = $1`,
    [id, civilDateOf(Date.now()), new Date()],
  );
  return row && personOf(row);
}

const maybe = (instant: number | null): string | null => (instant === null ? null : isoOf(instant));

export const personOf = (row: PersonRow): Person => ({
  ...row,
  createdAt: isoOf(row.createdAt),
  lockedUntil: maybe(row.lockedUntil),
  lastSignInAt: maybe(row.lastSignInAt),
});

export async function insertPerson(db: Queryable, { id, name, agency }: NewPerson): Promise<void> {
  await db.query('insert into person (id, name, agency_id, created_at) values ($1, $2, $3, $4)', [
    id,
    name,
    agency,
    new Date(),
  ]);
}

export async function updatePerson(
  db: Queryable,
  { id, name, agency, active }: Pick<Person, 'id' | 'name' | 'agency' | 'active'>,
): Promise<void> {
  await db.query('update person set name = $2, agency_id = $3, active = $4 where id = $1', [id, name, agency, active]);
}

/** Until it is opened again; whoever is signed in is signed out. */
export async function lockAccount(db: Queryable, id: string): Promise<void> {
  await db.query('update person set locked = true where id = $1', [id]);
  await endSessionsOf(db, id);
}

export async function unlockAccount(db: Queryable, id: string): Promise<void> {
  await db.query('update person set locked = false, locked_until = null, failed_logins = 0 where id = $1', [id]);
}

/** Answers how many were open. */
export async function endSessionsOf(db: Queryable, person: string): Promise<number> {
  const ended = await db.query<unknown[]>(
    'update session set revoked_at = $2 where person_id = $1 and revoked_at is null and expires_at > $2 returning id_hash',
    [person, new Date()],
  );
  return ended.length;
}

/** A password that must be changed at once, and that lapses. */
export async function setOneTimePassword(db: Queryable, id: string, hash: string, expiresAt: Date): Promise<void> {
  await db.query(
    `update person set password_hash = $2, one_time = true, password_expires_at = $3, failed_logins = 0, locked_until = null
     where id = $1`,
    [id, hash, expiresAt],
  );
}

/** Other people who could stand in: active, not locked, holding this administrator's role today. */
export async function othersOfKind(db: Queryable, role: string, person: string): Promise<number> {
  const [row] = await db.query<{ count: number }[]>(
    `select count(distinct p.id)::int as count from person p join post h on h.person_id = p.id
     where p.id <> $2 and p.active and not p.locked and h.role = $1 and ${held('$3::date')}`,
    [role, person, civilDateOf(Date.now())],
  );
  return row?.count ?? 0;
}
