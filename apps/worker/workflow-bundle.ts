import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';
import type { Logger } from '@temporalio/worker';
import { failureConverterPath } from '../../codec/data-converter.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Everything that can get into the bundle; the lock file stands for the packages. */
const sources = ['workflows', 'engine', 'domain', 'codec', 'apps/worker'].map((folder) => `${folder}/**/*.ts`);

const dayMs = 86_400_000;
const mapComment = '//# sourceMappingURL=data:';
const bootstrap = '(() => { // webpackBootstrap\n';

/** Built-in names that neither the SDK nor a workflow replaces; those that it does replace (Date, timers, weak references) are not here. */
const builtIns =
  'AggregateError Array ArrayBuffer BigInt Boolean DataView Error Function JSON Map Math Number Object Promise Proxy RangeError Reflect RegExp Set String Symbol SyntaxError TypeError Uint8Array WeakMap WeakSet'.split(
    ' ',
  );

/** Path of the bundled case workflow: the one that was made from the same sources before, else a new one. */
export async function workflowBundle(cache: string, logger?: Logger): Promise<string> {
  const name = `workflows-${sourceHash()}.js`;
  const path = join(cache, name);
  if (existsSync(path)) return path;
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(root, 'workflows/main.workflow.ts'),
    failureConverterPath,
    // All but the entry point keeps no state of a case: loaded once a worker, not once a case.
    preloadModules: [join(root, 'workflows/case/course.ts')],
    ...(logger ? { logger } : {}),
  });
  mkdirSync(cache, { recursive: true });
  const made = `${path}.${process.pid}`;
  writeFileSync(made, withOwnNames(withoutSourceMap(code, name)), { flush: true });
  renameSync(made, path);
  for (const old of readdirSync(cache).filter((file) => /^workflows-.*\.js$/.test(file) && file !== name)) {
    // A worker of another version may be about to load it.
    if (statSync(join(cache, old)).mtimeMs < Date.now() - dayMs) rmSync(join(cache, old), { force: true });
  }
  return path;
}

/**
 * The SDK notes a stack for every promise of a workflow and looks each frame up in the source map: a fifth of the worker's
 * time. The bundle is readable as it is, so its map is an empty one; there must be one.
 */
function withoutSourceMap(code: string, file: string): string {
  const map = Buffer.from(JSON.stringify({ version: 3, file, sources: [], names: [], mappings: '' })).toString(
    'base64',
  );
  return `${code.slice(0, code.lastIndexOf(mapComment))}${mapComment}application/json;base64,${map}\n`;
}

/**
 * In the context that workflows run in every look at a global name goes through the host: a microsecond for each `Object`
 * or `Math`, eighty times that of a name of one's own. The same objects under names of the bundle's own change nothing else.
 */
function withOwnNames(code: string): string {
  if (!code.includes(bootstrap))
    throw new Error('the bundle does not begin as it used to: its built-in names stay slow');
  const names = builtIns.map((name) => `${name} = globalThis.${name}`).join(', ');
  return code.replace(bootstrap, () => `${bootstrap}const ${names};\n`);
}

function sourceHash(): string {
  const hash = createHash('sha256');
  for (const file of globSync([...sources, 'package-lock.json'], { cwd: root }).toSorted())
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 24);
}
