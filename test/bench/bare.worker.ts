/** Worker of the bare workflow, a process of its own as the product's is. Ends when its parent does. */
import { fileURLToPath } from 'node:url';
import { NativeConnection, Runtime, DefaultLogger, Worker } from '@temporalio/worker';

Runtime.install({ logger: new DefaultLogger('ERROR') });
const [address = '', namespace = ''] = process.argv.slice(2);
const worker = await Worker.create({
  connection: await NativeConnection.connect({ address }),
  namespace,
  taskQueue: 'bare',
  workflowsPath: fileURLToPath(new URL('bare.workflow.ts', import.meta.url)),
  activities: { nothing: async () => undefined },
});
process.stdin.on('close', () => worker.shutdown());
process.stdin.resume();
process.stdout.write('ready\n');
await worker.run();
