import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../ports.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const patience = 180_000;

export interface OwnProduct {
  readonly url: string;
  stop(): Promise<void>;
}

/** The whole product in a folder of its own, for as long as the scenarios are played. */
export async function startOwnProduct(environment: NodeJS.ProcessEnv): Promise<OwnProduct> {
  const home = mkdtempSync(join(tmpdir(), 'liandong-scenarios-'));
  const tools = environment['LIANDONG_TOOLS'] ?? resolve(root, environment['LIANDONG_HOME'] ?? '.liandong', 'tools');
  const port = await freePort();
  const env = { ...environment, LIANDONG_HOME: home, LIANDONG_TOOLS: tools, PORT: String(port), LIANDONG_DEMO: '1' };
  const start = fileURLToPath(new URL('../start.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', './apps/typescript.ts', start], {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGINT');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  const giveUp = performance.now() + patience;
  while (!output.includes('Liandong is ready')) {
    if (child.exitCode !== null || performance.now() > giveUp) {
      await stop();
      throw new Error(`服务没有启动起来：\n${output}`);
    }
    await pause(100);
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}
