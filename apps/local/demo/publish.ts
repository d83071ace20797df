import { fileURLToPath } from 'node:url';
import { run } from '../run-command.ts';
import type { Say } from '../say.ts';

const preload = fileURLToPath(new URL('../../typescript.ts', import.meta.url));
const script = fileURLToPath(new URL('publish.main.ts', import.meta.url));

/** Publishes procedures of the release with the API's own judgement, in a process of its own; says what was refused. */
export async function publish(files: readonly string[], env: NodeJS.ProcessEnv, say: Say): Promise<void> {
  if (files.length === 0) return;
  say(`发布 ${files.length} 个流程…`, `Publishing ${files.length} procedures …`);
  const args = ['--import', preload, script, ...files];
  const { code, output } = await run(process.execPath, args, { timeout: 120_000, env });
  if (code !== 0) say(`有流程没有发布：`, `Not all procedures could be published:\n${output}`);
}
