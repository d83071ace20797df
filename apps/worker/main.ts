import { Runtime } from '@temporalio/worker';
import { jsonLogger } from './logger.ts';
import { runWorker } from './run-worker.ts';
import { workerSettings } from './settings.ts';

const logger = jsonLogger('INFO');
// Signals are ours: the workers end first, then the connections they use.
Runtime.install({ logger, shutdownSignals: [] });

const worker = await runWorker(workerSettings(process.env), logger);
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    logger.info(`${signal}: the worker ends what is under way`);
    void worker.stop();
  });
}
await worker.ended;
