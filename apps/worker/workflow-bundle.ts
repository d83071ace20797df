import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import type { Logger } from '@temporalio/worker';
import { failureConverterPath } from '../../codec/data-converter.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Everything that can get into the bundle; the lock file stands for the packages. */
const sources = ['workflows/**/*.ts', 'engine/**/*.ts', 'domain/**/*.ts', 'codec/*.ts', 'package-lock.json'];

/** Path of the bundled case workflow: the one that was made from the same sources before, else a new one. */
export async function workflowBundle(cache: string, logger?: Logger): Promise<string> {
  const name = `workflows-${sourceHash()}.js`;
  const path = join(cache, name);
  if (existsSync(path)) return path;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/case.workflow.ts'),
    failureConverterPath,
    ...(logger ? { logger } : {}),
  });
  mkdirSync(cache, { recursive: true });
  const made = `${path}.${process.pid}`;
  writeFileSync(made, code, { flush: true });
  renameSync(made, path);
  for (const old of readdirSync(cache)) {
    if (/^workflows-.*\.js$/.test(old) && old !== name) rmSync(join(cache, old), { force: true });
  }
  return path;
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).toSorted())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 24);
}
