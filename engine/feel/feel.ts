import { evaluate as evaluateFeelin } from 'feelin';
import type { Instant } from '../../domain/time.ts';
import type { Json, Variables } from '../command.ts';
import { FeelError } from './feel-error.ts';

export { FeelError } from './feel-error.ts';

/** What an expression may know besides its context. */
export interface Evaluation {
  /** The case's clock: now() and today() read it. */
  readonly now: Instant;
  /** The model's names; parsing depends on them. */
  readonly names?: readonly string[];
}

/** The value of a FEEL expression as plain JSON; throws FeelError. */
export function evaluate(feel: string, context: Variables, _evaluation: Evaluation): Json {
  try {
    return (evaluateFeelin(feel, context) as { value: Json }).value;
  } catch (error) {
    throw new FeelError(feel, String(error));
  }
}

/** Only `true` takes a flow. */
export const isTrue = (value: Json): value is true => value === true;
