import { civilDateOf, daysBetween, isCivilDate } from '../domain/civil-date.ts';

const aYear = 366;

/**
 * The reverse of `filled` (placeholders.ts): days near the clock's own are written "@today+5", so that the scenario can be
 * played on any day; a text that begins with "@" gets another one.
 */
export function relative(value: unknown, now: number): unknown {
  if (typeof value === 'string') return textOf(value, now);
  if (Array.isArray(value)) return value.map((one) => relative(one, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, relative(one, now)]));
}

function textOf(text: string, now: number): string {
  if (text.startsWith('@')) return `@${text}`;
  if (!isCivilDate(text)) return text;
  const days = daysBetween(civilDateOf(now), text);
  if (Math.abs(days) > aYear) return text;
  return days === 0 ? '@today' : `@today${days > 0 ? '+' : '-'}${Math.abs(days)}`;
}
