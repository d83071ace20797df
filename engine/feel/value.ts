import { FeelDate, FeelDateTime, FeelDuration, FeelFunction, FeelRange, FeelTime } from 'feelin';
import type { Json } from '../command.ts';
import { bridge } from './bridge.ts';
import type { Run } from './run.ts';

export type Kind =
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'list'
  | 'context'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days duration'
  | 'months duration'
  | 'range'
  | 'function';

export function kindOf(value: unknown): Kind {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'list';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDuration) return value.yearsMonths ? 'months duration' : 'days duration';
  if (value instanceof FeelRange) return 'range';
  if (value instanceof FeelFunction || typeof value === 'function') return 'function';
  return 'context';
}

const temporal: ReadonlySet<Kind> = new Set(['date', 'time', 'date and time', 'days duration', 'months duration']);
export const isTemporal = (kind: Kind): boolean => temporal.has(kind);
export const isContext = (value: unknown): value is Readonly<Record<string, unknown>> => kindOf(value) === 'context';

/** Equal, not equal, or null where the two cannot be compared. Null inside a list or context equals null. */
export function equal(a: unknown, b: unknown): boolean | null {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return null;
  if (kind === 'null') return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((one, index) => equal(one, b[index]) === true);
  }
  if (isContext(a) && isContext(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]) === true)
    );
  }
  if (isTemporal(kind) || kind === 'range') return bridge('function(a, b) a = b')(a, b) === true;
  return a === b;
}

/** Negative, zero or positive; null where the two have no order. */
export function order(a: unknown, b: unknown): number | null {
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return null;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b);
  if (!isTemporal(kind)) return null;
  if (bridge('function(a, b) a < b')(a, b) === true) return -1;
  if (bridge('function(a, b) a > b')(a, b) === true) return 1;
  return bridge('function(a, b) a = b')(a, b) === true ? 0 : null;
}

const weights = new WeakMap<object, number>();

/** How many values a value holds, counted as often as they appear: a list that holds a list twice weighs it twice. */
export function weightOf(value: unknown): number {
  if (typeof value === 'string') return 1 + value.length / 100;
  if (typeof value !== 'object' || value === null) return 1;
  const known = weights.get(value);
  if (known !== undefined) return known;
  const parts = Array.isArray(value) ? value : isContext(value) ? Object.values(value) : [];
  const weight = parts.reduce<number>((sum, part) => sum + weightOf(part), 1);
  weights.set(value, weight);
  return weight;
}

/** Plain JSON: temporal values as ISO text, a range as a context, functions refused by throwing. */
export function toJson(value: unknown, run: Run): Json {
  run.spend(1);
  switch (kindOf(value)) {
    case 'null':
      return null;
    case 'number':
      return Number.isFinite(value) ? (value as number) : null;
    case 'boolean':
    case 'string':
      return value as boolean | string;
    case 'list':
      return (value as readonly unknown[]).map((one) => toJson(one, run));
    case 'context':
    case 'range':
      return Object.fromEntries(
        Object.entries(value as object).map(([key, entry]: [string, unknown]) => [key, toJson(entry, run)]),
      );
    case 'function':
      throw new TypeError('表达式的结果是函数，不是值');
    default:
      return String(value);
  }
}
