/** `temporal-download.main.ts FOLDER VERSION`: the SDK downloads the CLI, starts it once to see that it runs, and stops it. */
import { Runtime, DefaultLogger } from '@temporalio/worker';

const [downloadDir = '', version = ''] = process.argv.slice(2);
Runtime.install({ logger: new DefaultLogger('ERROR') });
const runtime = Runtime.instance();
try {
  const server = await runtime.createEphemeralServer({
    type: 'dev-server',
    exe: {
      type: 'cached-download',
      downloadDir,
      version: `v${version}`,
      ttl: 0,
      sdkName: 'sdk-typescript',
      sdkVersion: '',
    },
    namespace: 'default',
    ip: '127.0.0.1',
    port: null,
    uiPort: null,
    dbFilename: null,
    ui: false,
    log: { format: 'pretty', level: 'error' },
    extraArgs: [],
  });
  await runtime.shutdownEphemeralServer(server);
} catch (error) {
  console.error(error instanceof Error ? error.message.split(': error sending')[0] : error);
  process.exitCode = 1;
}
