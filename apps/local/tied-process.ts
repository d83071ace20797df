import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Guarded } from './guardian.ts';

/** A process in a group of its own that ends when its standard input closes, so never outlives us. */
export interface TiedProcess {
  readonly pid: number;
  /** Never rejects. */
  readonly ended: Promise<Ending>;
  /** Asks it to end, in its own time up to `patience` milliseconds, then by force. */
  stop(patience?: number): Promise<Ending>;
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface TiedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** File that standard output and error are appended to. */
  readonly log: string;
}

const living = new Set<TiedProcess>();

/** Ends all that is still running, for a start that was broken off. */
export async function stopAllTied(): Promise<void> {
  await Promise.all([...living].map((process) => process.stop()));
}

/** Starts a command that itself watches its standard input. */
export function startTied({ command, args, env, log }: TiedCommand): Promise<TiedProcess> {
  const output = openSync(log, 'a', 0o600);
  const child = spawn(command, args, { detached: true, stdio: ['pipe', output, output], ...(env ? { env } : {}) });
  closeSync(output);
  const stdin = child.stdin as NonNullable<typeof child.stdin>; // asked for as a pipe above
  stdin.on('error', () => undefined); // the child died first: `ended` tells
  const ended = new Promise<Ending>((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      const pid = child.pid ?? 0;
      const stop = async (patience = 30_000): Promise<Ending> => {
        stdin.end();
        const force = setTimeout(() => killGroup(pid), patience);
        const ending = await ended;
        clearTimeout(force);
        return ending;
      };
      const process = { pid, ended, stop };
      living.add(process);
      void ended.then(() => living.delete(process));
      resolve(process);
    });
  });
}

/** Starts any server under a guardian, which stops it by its signal when we say so or are gone. */
export function startGuarded(guarded: Guarded, { env, log }: Pick<TiedCommand, 'env' | 'log'>): Promise<TiedProcess> {
  const guardian = fileURLToPath(new URL('guardian.ts', import.meta.url));
  const args = [guardian, JSON.stringify(guarded)];
  return startTied({ command: process.execPath, args, log, ...(env ? { env } : {}) });
}

/** The last lines of a log, for the sentence that tells why something did not start. */
export function lastLines(log: string, count = 5): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
