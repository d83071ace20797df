import type { Instant } from '../../domain/time.ts';
import type { Json, Variables } from '../command.ts';
import { build } from './build.ts';
import { FeelError } from './feel-error.ts';
import { Run, type Evaluator } from './run.ts';
import { parse, tellingNames } from './tree.ts';
import { toJson } from './value.ts';

export { FeelError } from './feel-error.ts';

/** What an expression may know besides its context. */
export interface Evaluation {
  /** The case's clock: now() and today() read it. */
  readonly now: Instant;
  /** The model's names; how an expression is read depends on them. */
  readonly names?: readonly string[];
}

const plain = new Map<string, Evaluator>();
const byNames = new WeakMap<
  readonly string[],
  { readonly telling: readonly string[]; readonly compiled: typeof plain }
>();

/**
 * The value of a FEEL expression as plain JSON: numbers, texts, lists, contexts; temporal values as ISO text.
 * Spends a bounded budget. Throws FeelError; what the language itself cannot answer is null.
 */
export function evaluate(feel: string, context: Variables, { now, names = [] }: Evaluation): Json {
  const run = new Run(now);
  try {
    const evaluator = compiledOf(feel, names);
    return toJson(evaluator({ variables: context, outer: null, run }), run);
  } catch (error) {
    throw new FeelError(feel, error instanceof RangeError ? '表达式嵌套太深' : messageOf(error));
  }
}

/** Only `true` takes a flow. */
export const isTrue = (value: Json): value is true => value === true;

/** No expression is parsed twice; names that cannot change how it is read are left out of account. */
function compiledOf(feel: string, names: readonly string[]): Evaluator {
  const { telling, compiled } = names.length === 0 ? { telling: [], compiled: plain } : cacheOf(names);
  const known = compiled.get(feel);
  if (known) return known;
  const made = build(parse(feel.replace(/^\s*=/, ''), telling));
  compiled.set(feel, made);
  return made;
}

function cacheOf(names: readonly string[]) {
  const known = byNames.get(names);
  if (known) return known;
  const telling = tellingNames(names);
  const made = { telling, compiled: telling.length === 0 ? plain : new Map<string, Evaluator>() };
  byNames.set(names, made);
  return made;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
