import type { Client } from '@temporalio/client';
import type { Logger } from '@temporalio/common';
import type { Pool } from 'pg';
import { fromPool } from '../../database/queryable.ts';
import { confirmCases } from './confirm.ts';
import { sendConfirmed } from './send.ts';

export interface OutboxDependencies {
  readonly pool: Pool;
  readonly client: Client;
  readonly logger?: Logger;
}

/** Milliseconds between two looks when nobody wakes it. */
const interval = 2_000;

/**
 * Sends what steps left for the outside, each row at least once with its id as the dedup key, and only when the workflow
 * has confirmed the step. Several workers may run it side by side.
 */
export function startOutbox({ pool, client, logger }: OutboxDependencies) {
  const db = fromPool(pool);
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<void> = Promise.resolve();
  const stopped = new AbortController();

  async function send(): Promise<void> {
    try {
      await client.withAbortSignal(stopped.signal, () => confirmCases(db, client));
      while ((await sendConfirmed(pool)) > 0);
    } catch (error) {
      if (stopped.signal.aborted) return;
      logger?.warn('the outbox could not be sent and is tried again', { error });
    }
  }
  function schedule(delay: number): void {
    clearTimeout(timer);
    if (stopped.signal.aborted) return;
    timer = setTimeout(() => {
      round = round.then(send).finally(() => schedule(interval));
    }, delay);
  }

  schedule(interval);
  return {
    /** Soon: the workflow task of the step that woke it is about to end. */
    wake: (): void => schedule(20),
    async stop(): Promise<void> {
      stopped.abort();
      clearTimeout(timer);
      await round;
    },
  };
}
