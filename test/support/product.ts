import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../apps/local/ports.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The product as `npm start` runs it, in a group of its own like a terminal's. */
export interface Product {
  readonly process: ChildProcess;
  /** All it has printed so far. */
  output(): string;
  /** Resolves when it has ended. */
  readonly ended: Promise<number | null>;
  /** Milliseconds until it said that it is ready; rejects with its output when it ends first. */
  ready(): Promise<number>;
  /** A terminal's Ctrl-C; resolves with the exit code. */
  interrupt(): Promise<number | null>;
}

export interface Folder {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): void;
}

/** A data folder and a port of one's own. */
export async function freshFolder(): Promise<Folder> {
  const home = mkdtempSync(join(tmpdir(), 'liandong-home-'));
  const tools =
    process.env['LIANDONG_TOOLS'] ?? resolve(process.env['LIANDONG_HOME'] ?? join(root, '.liandong'), 'tools');
  const env = {
    ...process.env,
    LIANDONG_HOME: home,
    LIANDONG_TOOLS: tools,
    LIANDONG_DEMO: '0',
    PORT: String(await freePort()),
  };
  return { home, env, remove: () => rmSync(home, { recursive: true, force: true }) };
}

export function startProduct(env: NodeJS.ProcessEnv, command: readonly string[] = []): Product {
  const began = performance.now();
  const line = [...command, process.execPath, '--import', './apps/typescript.ts', 'apps/local/start.ts'];
  const child = spawn(line[0] ?? '', line.slice(1), {
    cwd: root,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('close', (code) => done(code)));
  const ready = async (): Promise<number> => {
    let over = false;
    void ended.then(() => (over = true));
    while (!output.includes('Liandong is ready')) {
      if (over) throw new Error(`ended before it was ready:\n${output}`);
      await delay(50);
    }
    return performance.now() - began;
  };
  const interrupt = (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-(child.pid ?? 0), 'SIGINT');
    return ended;
  };
  return { process: child, output: () => output, ended, ready, interrupt };
}

/** Waits for something that is bound to become true within two minutes. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = performance.now() + 120_000;
  while (!(await holds())) {
    if (performance.now() > giveUp) throw new Error(`still not so after two minutes: ${holds.toString()}`);
    await delay(50);
  }
}

/** Pids of the product's own processes by name, as it notes them. */
export function pidsOf(home: string): Record<string, number> {
  const run = join(home, 'run');
  const files = existsSync(run) ? readdirSync(run).filter((file) => file.endsWith('.json')) : [];
  return Object.fromEntries(
    files.map((file) => {
      const { pid } = JSON.parse(readFileSync(join(run, file), 'utf8')) as { pid: number };
      return [file.replace('.json', ''), pid];
    }),
  );
}
