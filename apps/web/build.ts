import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { constants, createBrotliCompress } from 'node:zlib';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = ['apps/web', 'domain', 'package-lock.json'];

/**
 * Builds the browser's pages into a folder below `cache` that is named after everything they are made from, once;
 * answers that folder. Two builds at once end in the same folder.
 */
export async function buildWeb(cache: string): Promise<string> {
  const folder = join(cache, digestOfSources());
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const half = `${folder}.${process.pid}`;
  const { build } = await import('vite');
  await build({ configFile: join(root, 'apps/web/vite.config.ts'), build: { outDir: half, emptyOutDir: true } });
  await Promise.all(filesOf(half).filter(worthCompressing).map(compress));
  forgetOthers(cache, half);
  if (existsSync(folder)) rmSync(half, { recursive: true });
  else renameSync(half, folder);
  return folder;
}

function digestOfSources(): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    for (const file of source.includes('.') ? [path] : filesOf(path).toSorted()) {
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex').slice(0, 16);
}

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

const worthCompressing = (file: string): boolean => /\.(m?js|css|svg)$/.test(file);

async function compress(file: string): Promise<void> {
  const brotli = createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
  await pipeline(createReadStream(file), brotli, createWriteStream(`${file}.br`));
}

function forgetOthers(cache: string, kept: string): void {
  for (const name of readdirSync(cache)) {
    if (join(cache, name) !== kept) rmSync(join(cache, name), { recursive: true, force: true });
  }
}
