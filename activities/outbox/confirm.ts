import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Queryable } from '../../database/queryable.ts';
import { caseStandingQuery, caseWorkflowId, reconcileSignal } from '../../workflows/case.messages.ts';

/** Milliseconds for one case's answer; without a worker there is none. */
const patience = 5_000;

interface Unconfirmed {
  readonly case_id: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * Asks cases that have something unconfirmed in the outbox where they stand. The answer of a query is as durable as its
 * history: a step it names is confirmed; a journal that is ahead of an idle case holds a left-over, which the case takes back.
 */
export async function confirmCases(db: Queryable, client: Client): Promise<void> {
  const cases = await db.query<Unconfirmed[]>(
    `select distinct c.id as case_id, c.seq, c.hash from outbox o join case_view c on c.id = o.case_id
     where o.sent_at is null and o.seq > c.confirmed_seq limit 100`,
  );
  for (const row of cases) await client.withDeadline(Date.now() + patience, () => confirm(db, client, row));
}

async function confirm(db: Queryable, client: Client, { case_id, seq, hash }: Unconfirmed): Promise<void> {
  const handle = client.workflow.getHandle(caseWorkflowId(case_id));
  try {
    const standing = await handle.query(caseStandingQuery);
    if (standing.seq < seq && !standing.busy) await handle.signal(reconcileSignal);
    const durable = Math.min(standing.seq, seq);
    if (standing.seq === seq && standing.lastHash !== hash) return;
    await db.query('update case_view set confirmed_seq = $2 where id = $1 and confirmed_seq < $2', [case_id, durable]);
  } catch (error) {
    // Purged long after its end: what it recorded is durable by then.
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    await db.query('update case_view set confirmed_seq = seq where id = $1', [case_id]);
  }
}
