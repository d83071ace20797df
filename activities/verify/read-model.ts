import type { Keyring } from '../../codec/keys.ts';
import type { Queryable } from '../../database/queryable.ts';
import { foldJournal } from '../record/rebuild.ts';
import type { Fault } from '../../database/journal/fault.ts';

/** The tables of the read model, the column of the case, and what else makes up the key of a row. */
const tables = [
  { table: 'case_view', caseColumn: 'id', key: [] },
  { table: 'task_view', caseColumn: 'case_id', key: ['id'] },
  { table: 'alarm_view', caseColumn: 'case_id', key: ['id'] },
  { table: 'incident_view', caseColumn: 'case_id', key: ['id'] },
  { table: 'child_view', caseColumn: 'case_id', key: ['child_id'] },
  { table: 'wait_view', caseColumn: 'case_id', key: ['instance_id'] },
  { table: 'record_view', caseColumn: 'case_id', key: ['ledger', 'id'] },
  { table: 'copy_view', caseColumn: 'case_id', key: ['id'] },
  { table: 'link_view', caseColumn: 'case_id', key: ['kind', 'other_id'] },
  { table: 'note_view', caseColumn: 'case_id', key: ['id'] },
  { table: 'timeline', caseColumn: 'case_id', key: ['seq', 'position'] },
] as const;

/** Not from the journal: what the outbox has learned since. */
const learned = new Set(['confirmed_seq']);

type Row = Readonly<Record<string, unknown>>;

/** Makes temporary twins of the read model; the connection is then good for verifying and nothing else. */
export async function makeTwins(db: Queryable): Promise<void> {
  for (const { table } of tables) {
    await db.query(`create temporary table ${table} (like public.${table} including defaults including indexes)`);
  }
}

/** Folds the journal into the twins and compares row by row. Answers the first row that differs; locks nothing. */
export async function verifyReadModel(db: Queryable, keyring: Keyring, caseId: string): Promise<Fault | null> {
  for (const { table } of tables) await db.query(`truncate pg_temp.${table}`);
  await foldJournal(db, keyring, caseId);
  for (const { table, caseColumn, key } of tables) {
    const expected = await rowsOf(db, `pg_temp.${table}`, { caseColumn, key, caseId });
    const actual = await rowsOf(db, `public.${table}`, { caseColumn, key, caseId });
    for (const id of new Set([...expected.keys(), ...actual.keys()])) {
      const message = difference(expected.get(id), actual.get(id));
      if (message) return { table, key: [caseId, ...(id === '' ? [] : [id])].join(' '), message };
    }
  }
  return null;
}

interface Where {
  readonly caseColumn: string;
  readonly key: readonly string[];
  readonly caseId: string;
}

async function rowsOf(db: Queryable, table: string, { caseColumn, key, caseId }: Where): Promise<Map<string, Row>> {
  const order = [caseColumn, ...key].join(', ');
  const rows = await db.query<{ row: Row }[]>(
    `select to_jsonb(t) as row from ${table} t where ${caseColumn} = $1 order by ${order}`,
    [caseId],
  );
  return new Map(rows.map(({ row }) => [key.map((column) => String(row[column])).join(' '), row]));
}

function difference(expected: Row | undefined, actual: Row | undefined): string | null {
  if (!actual) return '缺少这一行';
  if (!expected) return '日志里没有这一行';
  const column = Object.keys(expected).find(
    (name) => !learned.has(name) && JSON.stringify(expected[name]) !== JSON.stringify(actual[name]),
  );
  if (column === undefined) return null;
  return `列 ${column} 是 ${JSON.stringify(actual[column])}，按日志应为 ${JSON.stringify(expected[column])}`;
}
