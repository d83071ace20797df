import pg from 'pg';
import { hashPassword } from '../../apps/api/auth/password.ts';

export const password = 'a-test-password';

type Agency = readonly [id: string, kind: string, parent?: string];
const agencies: readonly Agency[] = [
  ['party', 'party'],
  ['cdi', 'discipline'],
  ['insp', 'inspection'],
  ['team1', 'inspection', 'insp'],
  ['audit', 'audit'],
  ['fin', 'finance'],
  ['unit1', 'unit'],
  ['unit2', 'unit'],
  ['platform', 'platform'],
];

type Person = readonly [user: string, agency: string, ...roles: readonly string[]];
const people: readonly Person[] = [
  ['designer', 'platform', 'designer'],
  ['sysadmin', 'platform', 'sysadmin'],
  ['secadmin', 'platform', 'secadmin'],
  ['auditadmin', 'platform', 'auditadmin'],
  ['supervisor', 'cdi', 'supervisor'],
  ['cdi.head', 'cdi', 'cdi.head'],
  ['cdi.intake', 'cdi', 'cdi.intake'],
  ['cdi.intake2', 'cdi', 'cdi.intake'],
  ['cdi.style', 'cdi', 'cdi.style'],
  ['insp.office', 'insp', 'insp.office'],
  ['insp.team1', 'team1', 'insp.team'],
  ['audit.staff', 'audit', 'audit.staff'],
  ['fin.staff', 'fin', 'fin.staff'],
  ['unit1.head', 'unit1', 'unit.head'],
  ['unit2.head', 'unit2', 'unit.head'],
];

export const users = people.map(([user]) => user);

/** A small city: every kind of account, one password. */
export async function settle(databaseUrl: string): Promise<void> {
  const hash = await hashPassword(password);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  for (const [id, kind, parent] of agencies)
    await client.query('insert into agency (id, name, kind, parent_id) values ($1, $1, $2, $3)', [
      id,
      kind,
      parent ?? null,
    ]);
  for (const [user, agency, ...roles] of people) {
    await client.query(
      'insert into person (id, name, agency_id, password_hash, created_at) values ($1, $1, $2, $3, now())',
      [user, agency, hash],
    );
    for (const role of roles)
      await client.query(`insert into post (person_id, agency_id, role, since) values ($1, $2, $3, '2020-01-01')`, [
        user,
        agency,
        role,
      ]);
  }
  await client.end();
}
