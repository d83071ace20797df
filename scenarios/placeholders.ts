import { Surprise } from './surprise.ts';
import type { Fields } from './scenario.ts';

/** What placeholders refer to: the case's clock and the task's variables. */
export interface Present {
  readonly now: string;
  readonly variables: Fields;
}

const day = 86_400_000;

/**
 * Fills in, in depth: "@today", "@today+5" (a day), "@now", "@now+2" (a moment, ISO with +08:00, so many days on), "@next"
 * (the number of next year), "@next:04-05" (that day of next year) and "@=name" (a variable of the task); "@@" is an "@".
 */
export function filled(value: unknown, present: Present): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? meaning(value, present) : value;
  if (Array.isArray(value)) return value.map((one) => filled(one, present));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, present)]));
}

function meaning(text: string, { now, variables }: Present): unknown {
  if (text.startsWith('@@')) return text.slice(1);
  const [, moment, sign, days] = /^@(now|today)(?:([+-])(\d+))?$/.exec(text) ?? [];
  if (moment !== undefined) {
    const local = localOf(Date.parse(now) + Number(days ?? 0) * (sign === '-' ? -1 : 1) * day);
    return moment === 'now' ? local : local.slice(0, 10);
  }
  const [next, date] = /^@next(?::(\d\d-\d\d))?$/.exec(text) ?? [];
  if (next !== undefined) {
    const year = Number(localOf(Date.parse(now)).slice(0, 4)) + 1;
    return date === undefined ? year : `${year}-${date}`;
  }
  const name = /^@=(\w+)$/.exec(text)?.[1];
  if (name === undefined || !(name in variables)) throw new Surprise(`${text} 在办理时没有值`);
  return variables[name];
}

/** "2026-03-02T09:00:00+08:00", whatever the machine's zone. */
const localOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00';
