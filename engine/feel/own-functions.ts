import { civilDateOf } from '../../domain/civil-date.ts';
import { isoOf } from '../../domain/instant.ts';
import { bridge } from './bridge.ts';
import { monthsBetween } from './durations.ts';
import { firstMatch, replaceAll, splitBy } from './pattern.ts';
import type { Run } from './run.ts';
import { equal, kindOf, order } from './value.ts';

interface OwnFunction {
  readonly parameters: readonly string[];
  readonly call: (values: readonly unknown[], run: Run) => unknown;
}

const listOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value as readonly unknown[];
  return kindOf(value) === 'null' ? null : [value];
};

/** The least by the given sign, of a list or of the arguments; null when two cannot be compared. */
const least =
  (sign: 1 | -1) =>
  (values: readonly unknown[]): unknown => {
    const all = values.length === 1 && Array.isArray(values[0]) ? (values[0] as readonly unknown[]) : values;
    const [first, ...rest] = all;
    if (kindOf(first) === 'null') return null;
    return rest.reduce((best, one) => {
      const found = kindOf(best) === 'null' ? null : order(one, best);
      if (found === null) return null;
      return found * sign < 0 ? one : best;
    }, first);
  };

/** Equal as an element: null equals null, values of different kinds differ. */
const same = (a: unknown, b: unknown): boolean => equal(a ?? null, b ?? null) === true;

const texts = (values: readonly unknown[]): values is readonly string[] =>
  values.every((value) => typeof value === 'string');

/** Camunda 8's timer cycle as ISO 8601 writes it: "R3/PT1H", without end where the count is null. */
function cycleOf([repetitions, interval]: readonly unknown[]): string | null {
  const isCount = typeof repetitions === 'number' && Number.isInteger(repetitions) && repetitions > 0;
  if ((repetitions !== null && !isCount) || !kindOf(interval).endsWith('duration')) return null;
  return `R${isCount ? repetitions : ''}/${String(bridge('function(a) string(a)')(interval))}`;
}

/**
 * Functions in place of feelin's or beside them: the case's clock for now() and today(), patterns that cannot explode,
 * comparisons of every kind, and those of Camunda's FEEL that are often met.
 */
export const ownFunctions: Readonly<Record<string, OwnFunction>> = {
  now: { parameters: [], call: (_, run) => bridge('function(a) date and time(a)')(isoOf(run.now)) },
  today: { parameters: [], call: (_, run) => bridge('function(a) date(a)')(civilDateOf(run.now)) },
  'years and months duration': {
    parameters: ['from', 'to'],
    call: ([from, to]) => monthsBetween(from, to),
  },
  matches: {
    parameters: ['input', 'pattern', 'flags'],
    call: ([input, pattern, flags = '']) =>
      texts([input, pattern, flags ?? ''])
        ? firstMatch(input as string, pattern as string, (flags ?? '') as string)
        : null,
  },
  replace: {
    parameters: ['input', 'pattern', 'replacement', 'flags'],
    call: ([input, pattern, replacement, flags]) => {
      const given = [input, pattern, replacement, flags ?? ''];
      return texts(given) ? replaceAll(given as [string, string, string, string]) : null;
    },
  },
  split: {
    parameters: ['string', 'delimiter'],
    call: ([text, delimiter]) => (texts([text, delimiter]) ? splitBy(text as string, delimiter as string) : null),
  },
  min: { parameters: ['list'], call: least(1) },
  max: { parameters: ['list'], call: least(-1) },
  'list contains': {
    parameters: ['list', 'element'],
    call: ([list, element]) => listOf(list)?.some((one) => same(one, element)) ?? null,
  },
  'index of': {
    parameters: ['list', 'match'],
    call: ([list, match]) => listOf(list)?.flatMap((one, index) => (same(one, match) ? [index + 1] : [])) ?? null,
  },
  'is defined': { parameters: ['value'], call: ([value]) => kindOf(value) !== 'null' },
  'get or else': { parameters: ['value', 'default'], call: ([value, other]) => value ?? other ?? null },
  'is empty': {
    parameters: ['list'],
    call: ([value]) => kindOf(value) === 'null' || value === '' || (Array.isArray(value) && value.length === 0),
  },
  cycle: {
    parameters: ['repetitions', 'interval'],
    call: (values) => cycleOf(values.length === 1 ? [null, ...values] : values),
  },
  trim: { parameters: ['string'], call: ([text]) => (typeof text === 'string' ? text.trim() : null) },
};
