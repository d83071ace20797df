import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run-command.ts';

/** A file that was brought, or in one line why not. */
export type Brought =
  | { readonly file: string; readonly trouble?: undefined }
  | { readonly file?: undefined; readonly trouble: string };

/** Longest wait for the SDK's download, in milliseconds; where the internet is closed it fails at once. */
const timeLimit = 90_000;

/** Lets Temporal's SDK download the CLI into the folder; in a process of its own, since the SDK cannot be interrupted. */
export async function downloadWithSdk(folder: string, version: string): Promise<Brought> {
  const script = fileURLToPath(new URL('temporal-download.main.ts', import.meta.url));
  const env = { ...process.env, TMPDIR: folder };
  const { code, output } = await run(process.execPath, [script, folder, version], { timeout: timeLimit, env });
  const name = existsSync(folder) ? (await readdir(folder)).find((file) => file.startsWith('temporal')) : undefined;
  if (code === 0 && name) return { file: join(folder, name) };
  const reason = output.split('\n').at(-1) ?? '';
  return { trouble: `the SDK's download: ${reason.slice(0, 200)}` };
}
