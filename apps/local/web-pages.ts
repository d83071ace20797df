import { fileURLToPath } from 'node:url';
import type { Home } from './home.ts';
import { StartRefusal } from './refusal.ts';
import { run } from './run-command.ts';

const preload = fileURLToPath(new URL('../typescript.ts', import.meta.url));
const script = fileURLToPath(new URL('../web/build.command.ts', import.meta.url));

/** The folder of the browser's pages, built in a process of its own when they are not there yet. LIANDONG_WEB names a finished one. */
export async function webPages(home: Home): Promise<string> {
  const given = process.env['LIANDONG_WEB']?.trim();
  if (given) return given;
  const env = { ...process.env, LIANDONG_HOME: home.folder };
  const { code, output } = await run(process.execPath, ['--import', preload, script], { timeout: 120_000, env });
  const folder = /^pages: (.+)$/m.exec(output)?.[1];
  if (code === 0 && folder) return folder;
  throw new StartRefusal('网页没有构建成功。', `The pages could not be built:\n${output}`);
}
