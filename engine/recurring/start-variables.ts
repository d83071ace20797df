import { CaseError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import type { Json, Variables } from '../command.ts';
import { evaluate, FeelError } from '../feel/feel.ts';

/**
 * What a case begins with: a text that begins with “=” is FEEL over what is known of the period and the receiver, everything
 * else stands for itself. Throws INVALID_FEEL with the variable's name.
 */
export function startVariablesOf(given: Variables, known: Variables, now: Instant): Variables {
  const names = Object.keys(known);
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, isFeel(value) ? valueOf(name, value.slice(1)) : value]),
  );

  function valueOf(name: string, feel: string): Json {
    try {
      return evaluate(feel, known, { now, names });
    } catch (error) {
      if (!(error instanceof FeelError)) throw error;
      throw new CaseError('INVALID_FEEL', `变量“${name}”的表达式有误：${error.message}`, { path: `variables.${name}` });
    }
  }
}

const isFeel = (value: Json | undefined): value is string => typeof value === 'string' && value.startsWith('=');
