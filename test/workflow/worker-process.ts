import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { WorkerSettings } from '../../apps/worker/settings.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A worker in a process of its own, to be killed. */
export interface WorkerProcess {
  /** Ends when the process has, however it ended. */
  readonly ended: Promise<void>;
  kill(): Promise<void>;
}

export function startWorkerProcess(
  { databaseUrl, temporalAddress, temporalNamespace, keys }: WorkerSettings,
  { main = 'apps/worker/main.ts', env = {} }: { readonly main?: string; readonly env?: NodeJS.ProcessEnv } = {},
): WorkerProcess {
  const child = spawn(process.execPath, ['--import', `${root}apps/typescript.ts`, `${root}${main}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      TEMPORAL_ADDRESS: temporalAddress,
      TEMPORAL_NAMESPACE: temporalNamespace,
      LIANDONG_KEYS_DIR: keys,
      LIANDONG_HOME: `${keys}/home`,
      ...env,
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ended,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
