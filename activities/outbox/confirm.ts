import { WorkflowNotFoundError } from '@temporalio/client';
import type { Client } from '@temporalio/client';
import type { Logger } from '@temporalio/common';
import type { Queryable } from '../../database/queryable.ts';
import { caseStandingQuery, caseWorkflowId, reconcileSignal } from '../../workflows/case.messages.ts';

interface Unconfirmed {
  readonly case_id: string;
  readonly seq: number;
  readonly hash: string;
}

export interface ConfirmDependencies {
  readonly db: Queryable;
  readonly client: Client;
  readonly logger?: Logger;
}

/** Milliseconds for one case's answer; without a worker there is none. */
const patience = 5_000;
/** Milliseconds before a case that did not answer is asked again, so that it does not hold the others up. */
const pause = 60_000;

/**
 * Confirms steps by asking cases where they stand. The answer of a query is as durable as its history: a step it names is
 * confirmed; a journal that is ahead of an idle case holds a left-over, which the case takes back.
 */
export function createConfirm({ db, client, logger }: ConfirmDependencies) {
  const paused = new Map<string, number>();

  async function confirmEach(cases: readonly Unconfirmed[]): Promise<void> {
    for (const row of cases) {
      if ((paused.get(row.case_id) ?? 0) > performance.now()) continue;
      paused.delete(row.case_id);
      try {
        await client.withDeadline(Date.now() + patience, () => confirm(row));
      } catch (error) {
        paused.set(row.case_id, performance.now() + pause);
        logger?.warn('a case did not say where it stands', { workflowId: caseWorkflowId(row.case_id), error });
      }
    }
  }

  async function confirm({ case_id, seq, hash }: Unconfirmed): Promise<void> {
    const handle = client.workflow.getHandle(caseWorkflowId(case_id));
    try {
      const standing = await handle.query(caseStandingQuery);
      if (standing.seq < seq && !standing.busy) await handle.signal(reconcileSignal);
      if (standing.seq === seq && standing.lastHash !== hash) return;
      const durable = Math.min(standing.seq, seq);
      await db.query('update case_view set confirmed_seq = $2 where id = $1 and confirmed_seq < $2', [
        case_id,
        durable,
      ]);
    } catch (error) {
      // Purged long after its end: what it recorded is durable by then.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      await db.query('update case_view set confirmed_seq = seq where id = $1', [case_id]);
    }
  }

  return {
    /** Cases that have something unconfirmed in the outbox. */
    async waiting(): Promise<void> {
      await confirmEach(
        await db.query<Unconfirmed[]>(
          `select distinct c.id as case_id, c.seq, c.hash from outbox o join case_view c on c.id = o.case_id
           where o.sent_at is null and o.seq > c.confirmed_seq limit 100`,
        ),
      );
    },
    /**
     * Cases whose last step may have been lost with a worker or a server, whether or not anything waits for it: the real
     * ones of the last minutes before everything stood still, and every open trial, whose clock tells nothing.
     */
    async latest(): Promise<void> {
      await confirmEach(
        await db.query<Unconfirmed[]>(
          `select id as case_id, seq, hash from case_view
           where seq > confirmed_seq and (
             trial and status not in ('completed', 'cancelled')
             or not trial and clock > (select max(clock) from case_view where not trial) - interval '15 minutes')
           order by clock desc limit 200`,
        ),
      );
    },
  };
}
