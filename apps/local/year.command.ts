import { parseArgs } from 'node:util';
import { Surprise } from '../../scenarios/surprise.ts';
import { signInAt } from './demo/signed-in.ts';
import { yearOfDuties } from './year/duties.ts';

/** npm run year [-- --seed S --items N]: a year of duties on the running product, told by what has to hold at its end. */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: 'a' }, items: { type: 'string', default: '12' } },
});
const base = process.env['LIANDONG_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
const signIn = signInAt(base.replace(/\/$/, ''), process.env['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo');
try {
  const say = (line: string): void => console.log(line);
  const checks = await yearOfDuties(signIn, { seed: values.seed, items: Number(values.items), say });
  for (const { name, holds, counted } of checks) console.log(`${holds ? '✓' : '✗'} ${name}（${counted}）`);
  if (checks.some(({ holds }) => !holds)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Surprise ? `\n✗ ${error.message}` : error);
  process.exitCode = 1;
}
