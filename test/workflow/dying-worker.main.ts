/** A worker that is killed in the gap: after the step of the command DIE_AT is in the journal, before history has it. */
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { Pool } from 'pg';
import { createActivities } from '../../activities/create-activities.ts';
import { workerSettings } from '../../apps/worker/settings.ts';
import { workflowBundle } from '../../apps/worker/workflow-bundle.ts';
import { createDataConverter } from '../../codec/data-converter.ts';
import { ensureKeys } from '../../codec/keys.ts';
import { taskQueue } from '../../workflows/case.messages.ts';

const {
  databaseUrl,
  temporalAddress: address,
  temporalNamespace: namespace,
  keys,
  cache,
} = workerSettings(process.env);
const keyring = ensureKeys(keys);
const dataConverter = createDataConverter(keyring);
const client = new Client({ connection: await Connection.connect({ address }), namespace, dataConverter });
const pool = new Pool({ connectionString: databaseUrl });
const activities = createActivities({ pool, client, keyring, services: {} });

const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  dataConverter,
  taskQueue,
  workflowBundle: { codePath: await workflowBundle(cache) },
  activities: {
    ...activities,
    async record(step: Parameters<typeof activities.record>[0]) {
      const recorded = await activities.record(step);
      if (step.command.id === process.env['DIE_AT']) process.kill(process.pid, 'SIGKILL');
      return recorded;
    },
  },
});
await worker.run();
