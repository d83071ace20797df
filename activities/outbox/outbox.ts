import type { Client } from '@temporalio/client';
import type { Logger } from '@temporalio/common';
import type { Pool } from 'pg';
import { fromPool } from '../../database/queryable.ts';
import { createConfirm } from './confirm.ts';
import { sendConfirmed } from './send.ts';

export interface OutboxDependencies {
  readonly pool: Pool;
  readonly client: Client;
  readonly logger?: Logger;
}

/** Milliseconds between two looks when nobody wakes it. */
const interval = 2_000;
/** Milliseconds between two looks for steps that were lost in the gap between journal and history. */
const sweepInterval = 30_000;

/**
 * Sends what steps left for the outside, each row at least once with its id as the dedup key, and only when the workflow
 * has confirmed the step. Several workers may run it side by side.
 */
export function startOutbox({ pool, client, logger }: OutboxDependencies) {
  const confirm = createConfirm({ db: fromPool(pool), client, ...(logger ? { logger } : {}) });
  let timer: NodeJS.Timeout | undefined;
  let woken = false;
  let nextSweep = 0;
  let round: Promise<void> = Promise.resolve();
  const stopped = new AbortController();

  async function confirmSteps(): Promise<void> {
    await confirm.waiting();
    if (performance.now() < nextSweep) return;
    nextSweep = performance.now() + sweepInterval;
    await confirm.latest();
  }
  async function send(): Promise<void> {
    try {
      await client.withAbortSignal(stopped.signal, confirmSteps);
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
      woken = false;
      round = round.then(send).finally(() => schedule(interval));
    }, delay);
  }

  schedule(interval);
  return {
    /** Soon: the workflow task of the step that woke it is about to end. */
    wake(): void {
      if (woken) return;
      woken = true;
      schedule(20);
    },
    async stop(): Promise<void> {
      stopped.abort();
      clearTimeout(timer);
      await round;
    },
  };
}
