import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Home } from './home.ts';
import { endLeftover, writeRunRecord } from './run-record.ts';
import type { Part } from './supervisor.ts';
import { startTied } from './tied-process.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const preloads = ['apps/typescript.ts', 'apps/local/end-with-parent.ts'].flatMap((file) => [
  '--import',
  join(root, file),
]);

export interface NodePart {
  readonly name: string;
  readonly chinese: string;
  readonly english: string;
  /** Its entry point, from the project's root. */
  readonly main: string;
  readonly env: NodeJS.ProcessEnv;
}

/** One of our own programs as a process of its own that ends with us. */
export function nodePart(home: Home, { name, chinese, english, main, env }: NodePart): Part {
  const log = join(home.logs, `${name}.log`);
  const record = join(home.run, `${name}.json`);
  return {
    chinese,
    english,
    log,
    async start() {
      await endLeftover(record);
      const args = ['--enable-source-maps', ...preloads, join(root, main)];
      const started = await startTied({ command: process.execPath, args, env, log });
      writeRunRecord(record, { pid: started.pid, stopSignal: 'SIGTERM' });
      void started.ended.then(() => rmSync(record, { force: true }));
      return started;
    },
  };
}
