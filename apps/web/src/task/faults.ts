import type { Problem } from '../server/problem.ts';
import type { Faults } from './field-props.ts';

/** The server's defects by the form's own paths. */
export function faultsOf(problem: Problem | null): Faults {
  const named = (problem?.defects ?? []).filter(({ path }) => path?.startsWith('variables.'));
  return new Map(named.map(({ path = '', message }) => [path.slice('variables.'.length), message]));
}
