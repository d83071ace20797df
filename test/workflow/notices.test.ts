import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { insertNotices } from '../../database/notices.queries.ts';
import { fromPool } from '../../database/queryable.ts';
import { testDatabase, type TestDatabase } from '../support/servers.ts';

const at = new Date('2026-09-01T01:00:00Z');
const posts = [
  ['insp.office', 'insp', 'insp.office'],
  ['insp.team1', 'team1', 'insp.team'],
  ['audit.head', 'audit', 'audit.head'],
  ['audit.staff', 'audit', 'audit.staff'],
  ['unit1.head', 'unit1', 'unit.head'],
  ['unit2.head', 'unit2', 'unit.head'],
  ['supervisor', 'cdi', 'supervisor'],
] as const;

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await testDatabase();
  pool = new Pool({ connectionString: database.url, max: 2 });
  const agencies = [...new Set([...posts.map(([, agency]) => agency), 'insp'])];
  for (const id of agencies) await pool.query(`insert into agency (id, name, kind) values ($1, $1, 'unit')`, [id]);
  await pool.query(`update agency set parent_id = 'insp' where id = 'team1'`);
  for (const [id, agency, role] of posts) {
    await pool.query('insert into person (id, name, agency_id, created_at) values ($1, $1, $2, $3)', [id, agency, at]);
    await pool.query(`insert into post (person_id, agency_id, role, since) values ($1, $2, $3, date '2020-01-01')`, [
      id,
      agency,
      role,
    ]);
  }
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(async () => {
  await pool.query('truncate notice, case_view cascade');
});

interface Step {
  readonly role?: string;
  readonly agency?: string;
  readonly assignee?: string;
  readonly trial?: boolean;
}

/** Opens a step in a case of insp.office and tells; answers who has a notice now. */
async function told(tell: readonly string[], { role, agency, assignee, trial = false }: Step): Promise<string[]> {
  await insert('case_view', {
    id: 'c1',
    number: 'n1',
    version: 1,
    trial,
    status: 'running',
    variables: '{}',
    opened_at: at,
    title: 't',
    definition_key: 'k',
    family: 'c1',
    opened_by: 'insp.office',
    starts_on: '2026-09-01',
    agencies: '{}',
    people: '{}',
    seq: 1,
    clock: at,
  });
  await insert('task_view', {
    case_id: 'c1',
    id: 't1',
    element_id: 'e',
    name: 'n',
    role,
    agency,
    assignee,
    candidate_users: '{}',
    status: 'open',
    outcomes: '{}',
    opened_at: at,
    provisional: false,
    scope_id: 's',
    variables: '{}',
    trial,
  });
  const notification = { id: 'c1:1', caseId: 'c1', taskId: 't1', level: 2, tell, text: '催办', at };
  await insertNotices(fromPool(pool), notification);
  await insertNotices(fromPool(pool), notification);
  const { rows } = await pool.query<{ person_id: string }>('select person_id from notice order by person_id');
  return rows.map((row) => row.person_id);
}

/** Columns added by later migrations keep their defaults. */
async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row).filter((column) => row[column] !== undefined);
  const values = columns.map((_, index) => `$${index + 1}`);
  await pool.query(
    `insert into ${table} (${columns.join(', ')}) values (${values.join(', ')})`,
    columns.map((column) => row[column]),
  );
}

describe('an alarm tells', () => {
  it.each<[string, string[], Step, string[]]>([
    ['who has the step', ['assignee', 'candidates'], { role: 'unit.head', assignee: 'unit1.head' }, ['unit1.head']],
    [
      'every candidate while nobody has it',
      ['assignee', 'candidates'],
      { role: 'unit.head' },
      ['unit1.head', 'unit2.head'],
    ],
    ['only the unit’s own candidates', ['candidates'], { role: 'unit.head', agency: 'unit1' }, ['unit1.head']],
    ['the opener, where a step names nobody', ['candidates'], {}, ['insp.office']],
    ['the opener as owner of the clock', ['clock-owner'], { role: 'unit.head', agency: 'unit1' }, ['insp.office']],
    ['heads of the step’s agency and nobody else’s', ['agency-head'], { agency: 'unit2' }, ['unit2.head']],
    ['the office above a team', ['agency-head'], { agency: 'team1' }, ['insp.office']],
    [
      'a bureau’s head of what its staff has',
      ['agency-head'],
      { role: 'audit.staff', agency: 'audit' },
      ['audit.head'],
    ],
    ['a role from outside the agency', ['supervisor'], { agency: 'unit1' }, ['supervisor']],
    ['a role within the agency only, where it is held there', ['unit.head'], { agency: 'unit1' }, ['unit1.head']],
    ['only its opener in a trial', ['supervisor', 'agency-head'], { agency: 'unit1', trial: true }, ['insp.office']],
  ])('%s, once', async (_, tell, step, expected) => {
    expect(await told(tell, step)).toEqual(expected);
  });
});
