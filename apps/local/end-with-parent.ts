/** Loaded before a part's own entry point: when standard input closes, at our word or because the parent died, the part ends in order. */
const patience = 20_000;

function end(): void {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), patience).unref();
}

process.stdin.resume();
process.stdin.once('end', end);
process.stdin.once('error', end);
(process.stdin as typeof process.stdin & { unref(): void }).unref();
