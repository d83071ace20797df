import { parseArgs } from 'node:util';
import { civilDateOf } from '../../domain/civil-date.ts';
import { Surprise } from '../../scenarios/surprise.ts';
import { simulateYear } from './year/simulate.ts';

/**
 * npm run year [-- --units 300 --seed S --year Y --items N | --small]: a year of a simulated city on the running product, told
 * by what has to hold at its end. Without a year it is the last whole one.
 */
const { values } = parseArgs({
  options: {
    units: { type: 'string', default: '300' },
    seed: { type: 'string', default: 'a' },
    year: { type: 'string', default: String(Number(civilDateOf(Date.now()).slice(0, 4)) - 1) },
    items: { type: 'string', default: '12' },
    small: { type: 'boolean', default: false },
  },
});
const base = process.env['LIANDONG_URL'] ?? `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;
try {
  if (!/^[a-z0-9]{1,8}$/.test(values.seed)) throw new Surprise('--seed 由一到八个小写字母或数字组成');
  const units = values.small ? 12 : Number(values.units);
  if (!Number.isInteger(units) || units < 3 || units > 500) throw new Surprise('--units 应是 3 到 500 之间的整数');
  const say = (line: string): void => console.log(line);
  const checks = await simulateYear({
    base: base.replace(/\/$/, ''),
    password: process.env['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo',
    seed: values.seed,
    year: Number(values.year),
    units,
    items: values.small ? 4 : Number(values.items),
    say,
  });
  for (const { name, holds, counted } of checks) console.log(`${holds ? '✓' : '✗'} ${name}（${counted}）`);
  if (checks.some(({ holds }) => !holds)) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Surprise ? `\n✗ ${error.message}` : error);
  process.exitCode = 1;
}
