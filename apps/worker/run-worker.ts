import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { Logger } from '@temporalio/worker';
import { Pool } from 'pg';
import { createActivities } from '../../activities/create-activities.ts';
import { watchRulebook } from '../../activities/rulebook-watch.ts';
import { startOutbox } from '../../activities/outbox/outbox.ts';
import { createDutyActivities } from '../../activities/duties/open-duty.ts';
import { createRecurringActivities } from '../../activities/recurring/open-recurring.ts';
import { dutyServices } from '../../activities/services/duties.ts';
import { dossierServices } from '../../activities/services/dossier.ts';
import { httpService } from '../../activities/services/http.ts';
import { ledgerServices } from '../../activities/services/ledger.ts';
import { platformServices } from '../../activities/services/platform.ts';
import { registryServices } from '../../activities/services/registry.ts';
import { sampleServices } from '../../activities/services/sample.ts';
import { createDataConverter } from '../../codec/data-converter.ts';
import { fromPool } from '../../database/queryable.ts';
import { offerServices } from '../../database/services.queries.ts';
import { ensureKeys } from '../../codec/keys.ts';
import { recordTaskQueue, taskQueue } from '../../workflows/case.messages.ts';
import type { WorkerSettings } from './settings.ts';
import { workflowBundle } from './workflow-bundle.ts';

/** A worker that polls; `stop` lets what is under way end first. */
export interface RunningWorker {
  /** Ends when the worker has; rejects when it fails. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Steps of different cases that may be recorded at once; each holds a database connection. */
const concurrentSteps = 100;

export async function runWorker(settings: WorkerSettings, logger?: Logger): Promise<RunningWorker> {
  const { databaseUrl, temporalAddress: address, temporalNamespace: namespace } = settings;
  const codePath = await workflowBundle(settings.cache, logger);
  const keyring = ensureKeys(settings.keys);
  const dataConverter = createDataConverter(keyring);
  const native = await NativeConnection.connect({ address });
  const connection = await Connection.connect({ address, connectTimeout: '30s' });
  const client = new Client({ connection, namespace, dataConverter });
  const pool = new Pool({
    connectionString: databaseUrl,
    max: 20,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 10_000,
    application_name: 'liandong-worker',
  });
  // An idle connection that the server closes is replaced by the next query, which itself reports what is wrong.
  pool.on('error', (error) => logger?.warn('an idle database connection was lost', { error }));

  const outbox = startOutbox({ pool, client, ...(logger ? { logger } : {}) });
  const services = {
    http: httpService(new Set(settings.httpHosts)),
    ...registryServices(fromPool(pool)),
    ...dossierServices(pool),
    ...ledgerServices(fromPool(pool)),
    ...platformServices(fromPool(pool)),
    ...sampleServices,
    ...dutyServices(fromPool(pool)),
  };
  await offerServices(fromPool(pool), Object.keys(services), new Date());
  const rules = await watchRulebook(fromPool(pool), logger);
  const activities = {
    ...createActivities({
      pool,
      client,
      keyring,
      services,
      onOutbox: () => outbox.wake(),
      rulebookVersion: () => rules.version(),
    }),
    ...createDutyActivities({ client, db: fromPool(pool) }),
    ...createRecurringActivities({ client, pool }),
  };
  const common = { connection: native, namespace, dataConverter, activities, shutdownGraceTime: '5s' } as const;
  const cases = await Worker.create({
    ...common,
    taskQueue,
    workflowBundle: { codePath },
    maxCachedWorkflows: 300,
    stickyQueueScheduleToStartTimeout: '5s',
    maxConcurrentWorkflowTaskExecutions: concurrentSteps,
    maxConcurrentWorkflowTaskPolls: 20,
    maxConcurrentLocalActivityExecutions: concurrentSteps,
  });
  const records = await Worker.create({
    ...common,
    taskQueue: recordTaskQueue,
    maxConcurrentActivityTaskExecutions: 50,
  });

  const workers = [cases, records];
  const stopAll = async (): Promise<void> => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
    rules.stop();
    await outbox.stop();
  };
  // When one of them ends, by our word or by a fault, so do the others.
  const ended = Promise.all(workers.map((worker) => worker.run().finally(() => void stopAll()))).then(async () => {
    await Promise.all([pool.end(), connection.close(), native.close()]);
  });
  return {
    ended,
    async stop() {
      await stopAll();
      await ended;
    },
  };
}
