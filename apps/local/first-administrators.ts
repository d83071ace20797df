import type { Pool } from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import type { Queryable } from '../../database/queryable.ts';
import { administratorKinds } from '../../domain/administration.ts';
import type { AdministratorKind } from '../../domain/administration.ts';
import { civilDateOf } from '../../domain/civil-date.ts';
import { oneTimeLifetime, oneTimePassword } from '../api/auth/one-time-password.ts';
import { hashPassword } from '../api/auth/password.ts';
import type { TrailEntry } from '../api/trail/trail.entry.ts';
import { writeTrail } from '../api/trail/write-trail.ts';

/** How somebody gets in for the first time; the password is told once and must be changed at once. */
export interface WayIn {
  readonly account: string;
  readonly name: string;
  readonly oneTimePassword: string;
}

const names: Readonly<Record<AdministratorKind, string>> = {
  sysadmin: '系统管理员',
  secadmin: '安全保密管理员',
  auditadmin: '安全审计员',
};
const host = { user: 'host', kind: null, remote: null };

/**
 * Into a database without people: one administrator of each kind, with an agency to hold their posts. As long as none of
 * them has set a password, and there is nobody else, they get new ones: a first start that was broken off is no dead end.
 */
export function firstAdministrators(pool: Pool): Promise<readonly WayIn[]> {
  return inTransaction(pool, async (db) => {
    await db.query('lock table person in exclusive mode');
    const people = await db.query<{ id: string; untouched: boolean }[]>(
      'select id, one_time and password_changed_at is null as untouched from person',
    );
    const onlyOurs = people.every(({ id, untouched }) => untouched && Object.hasOwn(names, id));
    if (!onlyOurs) return [];
    if (people.length === 0) await insertAdministrators(db);
    const ways: WayIn[] = [];
    for (const kind of administratorKinds) ways.push(await renewed(db, kind));
    return ways;
  });
}

/** For an administrator whom nobody else can let in again; whoever runs it has the machine in hand. Null for other accounts. */
export function renewAdministrator(pool: Pool, account: string): Promise<WayIn | null> {
  return inTransaction(pool, async (db) => {
    const [holder] = await db.query<unknown[]>(
      `select from post h join person p on p.id = h.person_id
       where p.id = $1 and p.active and h.role = any($2) and h.since <= $3::date and coalesce(h.until >= $3::date, true)`,
      [account, [...administratorKinds], civilDateOf(Date.now())],
    );
    return holder ? renewed(db, account) : null;
  });
}

async function insertAdministrators(db: Queryable): Promise<void> {
  const now = new Date();
  const today = civilDateOf(now.getTime());
  await db.query(
    `insert into agency (id, name, name_en, kind) values ('platform', '平台运行机构', 'Platform Operations', 'platform')
     on conflict (id) do nothing`,
  );
  for (const kind of administratorKinds) {
    await db.query(`insert into person (id, name, agency_id, created_at) values ($1, $2, 'platform', $3)`, [
      kind,
      names[kind],
      now,
    ]);
    await db.query(`insert into post (person_id, agency_id, role, title, since) values ($1, 'platform', $1, $2, $3)`, [
      kind,
      names[kind],
      today,
    ]);
  }
  const after = { accounts: administratorKinds };
  await writeTrail(db, host, [{ action: 'administrators-made', object: ['agency', 'platform'], after }]);
}

async function renewed(db: Queryable, account: string): Promise<WayIn> {
  const password = oneTimePassword();
  const [row] = await db.query<{ name: string }[]>(
    `update person set password_hash = $2, one_time = true, password_expires_at = $3, locked = false, locked_until = null,
       failed_logins = 0 where id = $1 returning name`,
    [account, await hashPassword(password), new Date(Date.now() + oneTimeLifetime)],
  );
  await db.query('update session set revoked_at = $2 where person_id = $1 and revoked_at is null', [
    account,
    new Date(),
  ]);
  const entry: TrailEntry = { action: 'password-reset', object: ['person', account] };
  await writeTrail(db, host, [entry]);
  return { account, name: row?.name ?? account, oneTimePassword: password };
}

/** What is printed of it, Chinese and English. */
export function waysInText(ways: readonly WayIn[]): string[] {
  const lines = ways.map(({ account, name, oneTimePassword: password }) => `    ${account}  ${password}  ${name}`);
  const hours = oneTimeLifetime / 3_600_000;
  return [
    `  管理员一次性口令 one-time passwords of the administrators（${hours} 小时内有效，登录后须立即更改 valid for ${hours} h, to be changed at the first sign-in）`,
    ...lines,
  ];
}
