import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartRefusal } from './refusal.ts';

/** Where everything lies that the system keeps. */
export interface Home {
  readonly folder: string;
  readonly run: string;
  readonly logs: string;
  readonly keys: string;
  readonly cache: string;
  /** Attachments, by the hash of their content. */
  readonly files: string;
  readonly temporal: string;
  readonly postgres: string;
  readonly postgresPassword: string;
}

/** Smallest free space to start with, in bytes: databases that cannot write stop in the middle of a day. */
const leastSpace = 200_000_000;

/** Makes the folder or finds it usable; throws StartRefusal when it is read-only, full or somebody else's. */
export function prepareHome(folder: string): Home {
  const inside = (name: string): string => join(folder, name);
  const home: Home = {
    folder,
    run: inside('run'),
    logs: inside('logs'),
    keys: inside('keys'),
    cache: inside('cache'),
    files: inside('files'),
    temporal: inside('temporal'),
    postgres: inside('postgres'),
    postgresPassword: inside('postgres.password'),
  };
  writing(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    letPass(folder);
    refuseForeign(home);
    for (const part of [home.run, home.logs, home.cache, home.temporal, home.files]) {
      mkdirSync(part, { recursive: true, mode: 0o700 });
    }
    for (const part of [folder, home.run, home.logs, home.temporal]) tryWriting(part);
  });
  refuseFull(folder);
  refuseWithoutKeys(home);
  return home;
}

/** As root PostgreSQL runs under another account, which passes through to its own folder and sees nothing of the others. */
function letPass(folder: string): void {
  const { mode, uid } = statSync(folder);
  if (process.getuid?.() === 0 && uid === 0 && (mode & 0o001) === 0) chmodSync(folder, mode | 0o011);
}

function tryWriting(folder: string): void {
  const file = join(folder, `.writable-${process.pid}`);
  writeFileSync(file, 'x'.repeat(4096), { flush: true });
  rmSync(file);
}

/** Runs what writes into the folder and turns the system's refusal into a sentence. */
function writing(folder: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOSPC' || code === 'EDQUOT') throw full(folder, error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
      throw new StartRefusal(
        `数据文件夹 ${folder} 不可写：请换用有写权限的账户，或用 LIANDONG_HOME 另指一个文件夹。`,
        `The data folder ${folder} is not writable: start as a user who may write there, or name another folder in LIANDONG_HOME.`,
        { cause: error },
      );
    }
    if (code === 'ENOTDIR' || code === 'EEXIST') {
      throw new StartRefusal(`LIANDONG_HOME（${folder}）不是文件夹。`, `LIANDONG_HOME (${folder}) is not a folder.`, {
        cause: error,
      });
    }
    throw error;
  }
}

function refuseForeign({ folder, postgres, ...rest }: Home): void {
  const self = process.getuid?.() ?? 0;
  if (self === 0) return;
  const foreign = existsSync(postgres) && statSync(postgres).uid !== self;
  const closed = Object.values(rest).filter((part) => existsSync(part) && !mayWrite(part));
  if (!foreign && closed.length === 0) return;
  throw new StartRefusal(
    `数据文件夹 ${folder} 是另一个账户建的（可能曾以 root 启动）：请用原账户启动，或把它整个改归当前账户（chown -R），或另指 LIANDONG_HOME。`,
    `The data folder ${folder} was made by another account (perhaps by a start as root): start as that account, give the whole folder to yours (chown -R), or name another LIANDONG_HOME.`,
  );
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EROFS')) return false;
    throw error;
  }
}

function refuseFull(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < leastSpace) throw full(folder);
}

function full(folder: string, cause?: unknown): StartRefusal {
  return new StartRefusal(
    `数据文件夹 ${folder} 所在的磁盘已满（至少要有 ${leastSpace / 1e6} MB 空闲）：请先腾出空间。`,
    `The disk of the data folder ${folder} is full (at least ${leastSpace / 1e6} MB must be free): make room first.`,
    { cause },
  );
}

function refuseWithoutKeys({ postgres, keys }: Home): void {
  const given = process.env['LIANDONG_KEYS_DIR'];
  if (given || !existsSync(postgres) || existsSync(keys)) return;
  throw new StartRefusal(
    `${keys} 里的密钥不见了，已有的案件无法解密：请从备份恢复 keys 文件夹。`,
    `The keys in ${keys} are gone and the existing cases cannot be read without them: restore the folder from a backup.`,
  );
}
