import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const largest = 20_000_000;

/** Sets each log aside that has grown large; one older file of each is kept. */
export function rotateLogs(folder: string): void {
  for (const name of ['postgres', 'temporal', 'worker', 'api']) {
    const log = join(folder, `${name}.log`);
    if (existsSync(log) && statSync(log).size > largest) renameSync(log, `${log}.1`);
  }
}
