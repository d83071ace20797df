/**
 * Runs one server and ends it when standard input closes: at its parent's word, or because the parent has died.
 * `guardian.ts '{"command":…}'`; the server's pid and start are written to `record`, so that a next start finds what a kill -9 left.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { writeRunRecord, type RunRecord } from './run-record.ts';

export interface Guarded {
  readonly command: string;
  readonly args: readonly string[];
  readonly stopSignal: NodeJS.Signals;
  /** Milliseconds between the stop signal and SIGKILL. */
  readonly patience: number;
  readonly record: string;
  readonly uid?: number;
  readonly gid?: number;
}

const { command, args, stopSignal, patience, record, uid, gid } = JSON.parse(process.argv[2] ?? '') as Guarded;

const server = spawn(command, args, {
  stdio: ['ignore', 'inherit', 'inherit'],
  ...(uid === undefined ? {} : { uid }),
  ...(gid === undefined ? {} : { gid }),
});

server.once('error', (error) => {
  console.error(`${command}: ${error.message}`);
  process.exit(127);
});
server.once('spawn', () =>
  writeRunRecord(record, { pid: server.pid ?? 0, stopSignal } satisfies Omit<RunRecord, 'mark'>),
);
server.once('exit', (code, signal) => {
  rmSync(record, { force: true });
  process.exit(code ?? (signal === stopSignal ? 0 : 1));
});

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  server.kill(stopSignal);
  setTimeout(() => server.kill('SIGKILL'), patience).unref();
}
process.stdin.resume();
process.stdin.once('end', stop);
process.stdin.once('error', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
