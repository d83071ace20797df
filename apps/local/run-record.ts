import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, processMark } from './process-mark.ts';

/** A process of ours that runs, as written to `LIANDONG_HOME/run/<name>.json`. */
export interface RunRecord {
  readonly pid: number;
  readonly mark: string;
  readonly stopSignal: NodeJS.Signals;
}

export function writeRunRecord(file: string, { pid, stopSignal }: Omit<RunRecord, 'mark'>): void {
  const mark = processMark(pid);
  if (mark === undefined) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify({ pid, mark, stopSignal } satisfies RunRecord));
  renameSync(`${file}.new`, file);
}

/** Ends what an earlier start left behind in the folder, each by its own stop signal, by force after the patience; answers their names. */
export async function endLeftovers(folder: string, patience = 20_000): Promise<string[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  const ended = await Promise.all(files.map((file) => endLeftover(join(folder, file), patience)));
  return ended.filter((name) => name !== undefined);
}

/** Ends the recorded process if it still lives and removes the record; answers its name when there was something to end. */
export async function endLeftover(file: string, patience = 20_000): Promise<string | undefined> {
  if (!existsSync(file)) return undefined;
  const record = JSON.parse(readFileSync(file, 'utf8')) as RunRecord;
  const lived = isAlive(record);
  if (lived) await end(record, patience);
  rmSync(file, { force: true });
  return lived ? basename(file, '.json') : undefined;
}

async function end(record: RunRecord, patience: number): Promise<void> {
  process.kill(record.pid, record.stopSignal);
  const giveUp = performance.now() + patience;
  while (isAlive(record)) {
    if (performance.now() > giveUp) process.kill(record.pid, 'SIGKILL');
    await delay(50);
  }
}
