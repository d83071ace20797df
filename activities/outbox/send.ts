import type { Pool } from 'pg';
import type { Effect } from '../../engine/effect.ts';
import { insertNotices } from '../../database/notices.queries.ts';
import type { Queryable } from '../../database/queryable.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { DossierRecord } from '../../workflows/case/outbox.ts';
import { fileRecord } from './dossier.ts';
import { noticeText } from './notice-text.ts';
import { sendCopy } from './send-copy.ts';

interface OutboxRow {
  readonly id: string;
  readonly case_id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly created_at: Date;
}

/** Sends a batch of confirmed rows, oldest first; answers how many. Rows another worker holds are left to it. */
export function sendConfirmed(pool: Pool): Promise<number> {
  return inTransaction(pool, async (db) => {
    const rows = await db.query<OutboxRow[]>(
      `select o.id, o.case_id, o.kind, o.payload, o.created_at from outbox o join case_view c on c.id = o.case_id
       where o.sent_at is null and o.seq <= c.confirmed_seq
       order by o.created_at, o.id limit 100 for update of o skip locked`,
    );
    for (const row of rows) {
      await send(db, row);
      await db.query('update outbox set sent_at = $2 where id = $1', [row.id, row.created_at]);
    }
    return rows.length;
  });
}

async function send(db: Queryable, row: OutboxRow): Promise<void> {
  if (row.kind === 'tell')
    return sendCopy(db, row.case_id, row.payload as Extract<Effect, { kind: 'tell' }>, row.created_at);
  if (row.kind === 'dossier') {
    return fileRecord(db, { caseId: row.case_id, payload: row.payload as DossierRecord, at: row.created_at });
  }
  if (row.kind !== 'notify') throw new Error(`nobody sends outbox rows of kind ${row.kind}`);
  const { taskId, level, tell, action } = row.payload as Extract<Effect, { kind: 'notify' }>;
  const [task] = await db.query<{ name: string; due_on: string | null; number: string }[]>(
    `select t.name, to_char(t.due_on, 'YYYY-MM-DD') as due_on, c.number from task_view t join case_view c on c.id = t.case_id
     where t.case_id = $1 and t.id = $2`,
    [row.case_id, taskId],
  );
  if (!task) throw new Error(`the task ${taskId} of a notification is missing in the read model`);
  const text = noticeText({ number: task.number, name: task.name, dueOn: task.due_on, level, action });
  await insertNotices(db, { id: row.id, caseId: row.case_id, taskId, level, tell, text, at: row.created_at });
}
