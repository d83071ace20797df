import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import type { Keyring } from '../codec/keys.ts';
import { fromPool } from '../database/queryable.ts';
import { loadRulebook } from '../database/rulebook.queries.ts';
import { inTransaction } from '../database/transaction.ts';
import type { CaseActivities } from './activities.types.ts';
import { createAbsorb } from './absorb.ts';
import { createCallService } from './call-service.ts';
import type { Services } from './call-service.ts';
import { createDeliver } from './deliver.ts';
import { createOpenChild } from './open-child.ts';
import { createOpenSplit } from './open-split.ts';
import { voidFrom } from './record/left-over.ts';
import { toTimestamp } from './record/projection.ts';
import { createRecord } from './record/record.ts';
import { createResolveModel } from './resolve-model.ts';

export interface ActivityDependencies {
  readonly pool: Pool;
  readonly client: Client;
  readonly keyring: Keyring;
  readonly services: Services;
  /** Told after a commit that left something for the outside. */
  readonly onOutbox?: () => void;
  readonly rulebookVersion?: () => number;
}

/** Everything the case workflow may ask of the world. */
export function createActivities(dependencies: ActivityDependencies): CaseActivities {
  const { pool, client, keyring, services } = dependencies;
  const db = fromPool(pool);
  const resolveModel = createResolveModel(db);
  const family = { client, db, resolveModel };
  return {
    record: createRecord(dependencies),
    loadRulebook: () => loadRulebook(db),
    voidBeyond: ({ caseId, seq, at }) =>
      inTransaction(pool, (transaction) =>
        voidFrom(transaction, keyring, { caseId, seq: seq + 1, at: toTimestamp(at) }),
      ),
    callService: createCallService(services),
    resolveModel,
    openChild: createOpenChild(family),
    absorb: createAbsorb(family),
    openSplit: createOpenSplit(family),
    deliver: createDeliver(family),
    async settleDelivery(deliveryId, at) {
      await db.query('update delivery set done_at = $2 where id = $1 and done_at is null', [deliveryId, new Date(at)]);
    },
  };
}
