import { chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { run } from './run-command.ts';
import { StartRefusal } from './refusal.ts';

/** Under whom PostgreSQL runs, which refuses to run as root: `wrap` goes before its command, uid and gid to whoever starts it. */
export interface PostgresAccount {
  readonly wrap: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Ourselves for an ordinary user. As root the owner of the existing data, else `nobody`: no account is made on the machine.
 * Where that account may not pass a folder on the way (such as /root), setpriv lends it the right to search folders and read files.
 */
export async function postgresAccount(data: string, programs: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { wrap: [] };
  const { uid, gid } = existsSync(data) && statSync(data).uid !== 0 ? statSync(data) : await nobody();
  if ([...foldersAbove(data), ...foldersAbove(programs)].every((folder) => mayPass(folder, uid, gid))) {
    return { wrap: [], uid, gid };
  }
  for (const right of ['dac_read_search', 'dac_override']) {
    const wrap = [
      'setpriv',
      '--securebits',
      '+no_setuid_fixup',
      '--reuid',
      `${uid}`,
      '--regid',
      `${gid}`,
      '--clear-groups',
    ];
    wrap.push('--inh-caps', `+${right}`, '--ambient-caps', `+${right}`);
    const [command = '', ...args] = wrap;
    const { code } = await run(command, [...args, 'true'], { timeout: 10_000 });
    if (code === 0) return { wrap };
  }
  throw new StartRefusal(
    `PostgreSQL 不能以 root 运行，而普通账户进不了 ${resolve(data)} 的上级文件夹：请以普通用户启动，或把项目和 LIANDONG_HOME 放到人人可进的文件夹（如 /srv、/opt）。`,
    `PostgreSQL does not run as root, and an ordinary account may not enter the folders above ${resolve(data)}: start as an ordinary user, or put the project and LIANDONG_HOME where everybody may enter (such as /srv or /opt).`,
  );
}

/** Makes a folder that belongs to the account. */
export function makeFolderFor({ uid, gid, wrap }: PostgresAccount, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = wrap.length === 0 ? { uid, gid } : { uid: wrapped(wrap, '--reuid'), gid: wrapped(wrap, '--regid') };
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
}

const wrapped = (wrap: readonly string[], option: string): number => Number(wrap[wrap.indexOf(option) + 1]);

async function nobody(): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map((option) => run('id', [option, 'nobody'], { timeout: 10_000 })),
  );
  if (uid?.code !== 0 || gid?.code !== 0) {
    throw new StartRefusal(
      'PostgreSQL 不能以 root 运行，而本机没有 nobody 账户：请以普通用户启动。',
      'PostgreSQL does not run as root and this machine has no account `nobody`: start as an ordinary user.',
    );
  }
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

function foldersAbove(path: string): string[] {
  const parent = dirname(resolve(path));
  return parent === resolve(path) ? [] : [parent, ...foldersAbove(parent)];
}

function mayPass(folder: string, uid: number, gid: number): boolean {
  if (!existsSync(folder)) return true;
  const { mode, uid: owner, gid: group } = statSync(folder);
  const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}
