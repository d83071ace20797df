import type { Defect } from '../../domain/errors.ts';

/** Everything wrong with an expression, seen with the names that a model knows. */
export function defectsOf(feel: string, _names: readonly string[]): Defect[] {
  return feel === '' ? [{ code: 'EXPRESSION', message: '表达式是空的' }] : [];
}
