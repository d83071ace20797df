import type { Instant } from '../../domain/time.ts';
import type { Json, Variables } from '../command.ts';
import { compiledOf } from './compiled.ts';
import { telling } from './feel-error.ts';
import { Run } from './run.ts';
import { toJson } from './value.ts';

export { FeelError } from './feel-error.ts';

/** What an expression may know besides its context. */
export interface Evaluation {
  /** The case's clock: now() and today() read it. */
  readonly now: Instant;
  /** The model's names; how an expression is read depends on them. */
  readonly names?: readonly string[];
}

/**
 * The value of a FEEL expression as plain JSON: numbers, texts, lists, contexts; temporal values as ISO text.
 * Spends a bounded budget. Throws FeelError; what the language itself cannot answer is null.
 */
export function evaluate(feel: string, context: Variables, { now, names = [] }: Evaluation): Json {
  const run = new Run(now);
  return telling(feel, () => toJson(compiledOf(feel, names)({ variables: context, outer: null, run }), run));
}

/** Only `true` takes a flow. */
export const isTrue = (value: Json): value is true => value === true;
