/**
 * `npm run soak -- [--minutes 60] [--seed N] [--engine]`: generated procedures with random acts, without end; every
 * round with a seed of its own, told before it begins. In the engine alone, thousands of runs; and, unless --engine, on
 * real servers that are killed in between. Stops at the first fault and says how to see it again.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { minutes: { type: 'string' }, seed: { type: 'string' }, engine: { type: 'boolean', default: false } },
});
const minutes = Number(values.minutes ?? 60);
const first = Number(values.seed ?? randomInt(1_000_000));
if (!(minutes > 0) || !Number.isInteger(first)) throw new Error('--minutes is a number above 0, --seed a whole number');

const root = fileURLToPath(new URL('../../', import.meta.url));
const runs = minutes < 5 ? 40 : 200;

interface Round {
  readonly name: string;
  readonly files: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const inEngine = (seed: number): Round => ({
  name: `${runs} runs of every property in the engine`,
  files: ['--project', 'engine', 'properties'],
  env: { SOAK_SEED: String(seed), SOAK_RUNS: String(runs) },
});

const killing = (seed: number): Round => ({
  name: 'acts of an office on servers that are killed',
  files: ['--project', 'workflow', 'test/workflow/kill'],
  env: {
    LIANDONG_KILL_SEED: String(seed),
    LIANDONG_KILL_CASES: minutes < 5 ? '1' : '10',
    LIANDONG_KILL_POINTS: minutes < 5 ? '4' : '20',
  },
});

/** Whether all of it held. */
function played({ files, env }: Round): Promise<boolean> {
  const vitest = `${root}node_modules/vitest/vitest.mjs`;
  const child = spawn(process.execPath, [vitest, 'run', ...files], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

const until = Date.now() + minutes * 60_000;
let number = 0;
// Both kinds once, however short the time.
while (Date.now() < until || (!values.engine && number < 2)) {
  const seed = (first + number) % 4_294_967_296;
  // Every fourth round kills, the second first.
  const round = !values.engine && number % 4 === 1 ? killing(seed) : inEngine(seed);
  number += 1;
  const set = Object.entries(round.env).map(([name, value]) => `${name}=${value}`);
  console.log(`── soak ${number}: seed ${seed}, ${round.name}`);
  if (await played(round)) continue;
  console.error(`── soak: FAILED with seed ${seed}; again: ${set.join(' ')} npx vitest run ${round.files.join(' ')}`);
  process.exitCode = 1;
  break;
}
console.log(`── soak: ${number} rounds from seed ${first}`);
