/** Loaded before a part's own entry point: when standard input closes, at our word or because the parent died, the part ends in order. */
import { isMainThread } from 'node:worker_threads';
import type { Socket } from 'node:net';

const patience = 20_000;

function end(): void {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), patience).unref();
}

if (isMainThread) {
  process.stdin.resume();
  process.stdin.once('end', end);
  process.stdin.once('error', end);
  (process.stdin as unknown as Socket).unref(); // a pipe: it keeps nobody alive
}
