import type { Moddle } from '../editor/services.ts';

/** The outcomes of a step, as the compiler reads them. */
export const outcomesOf = (object: Moddle): readonly string[] =>
  (object.get<string>('ld:outcomes') ?? '').split(/[\s,，、;；|]+/).filter((one) => one !== '');
