import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, processMark } from './process-mark.ts';
import { StartRefusal } from './refusal.ts';

interface Holder {
  readonly pid: number;
  readonly mark: string;
}

/**
 * Takes the folder for this process alone until `release`; throws StartRefusal while another start holds it.
 * The lock of a process that has died counts for nothing, also when its pid has been given away since.
 */
export function lockFolder(run: string): { release(): void } {
  const lock = join(run, 'lock');
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, mark: processMark(process.pid) ?? '' } satisfies Holder));
  try {
    while (!linked(own, lock)) {
      refuseIfHeld(lock);
      setAside(lock, `${own}.stale`);
    }
  } finally {
    rmSync(own, { force: true });
  }
  return { release: () => rmSync(lock, { force: true }) };
}

function linked(own: string, lock: string): boolean {
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined; // cut short by a full disk or a power failure
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function refuseIfHeld(lock: string): void {
  const holder = holderOf(lock);
  if (!holder || !isAlive(holder)) return;
  throw new StartRefusal(
    `这个数据文件夹已有一个联动在运行（进程 ${holder.pid}）：请先停止它，或用 LIANDONG_HOME 另指一个文件夹。`,
    `Liandong is already running on this data folder (process ${holder.pid}): stop it first, or name another folder in LIANDONG_HOME.`,
  );
}

/** Of two starts that find the same dead lock one may take away what the other has just put there: that is put back. */
function setAside(lock: string, aside: string): void {
  try {
    renameSync(lock, aside);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return;
    throw error;
  }
  const holder = holderOf(aside);
  if (holder && isAlive(holder)) linked(aside, lock);
  rmSync(aside, { force: true });
}
