import { describe } from 'vitest';
import { tries, type Tries } from './cases.ts';
import { ownNames } from './others.ts';
import { follow } from './script.ts';
import type { Opening } from './trial.ts';

/** A document in somebody else's manner and its story. */
export type OthersCase = readonly [
  name: string,
  xml: string,
  script: string,
  variables?: Record<string, unknown>,
  opening?: Opening,
];

/** Plays each under names of its own. */
export const othersTries =
  (group: string, cases: readonly OthersCase[]): Tries =>
  (under) => {
    describe(group, () => {
      for (const [name, document, steps, variables = {}, opening = {}] of cases) {
        const [xml, script] = ownNames(document, steps);
        tries(under, name, xml, (trial) => follow(trial, script), { ...opening, variables });
      }
    });
  };
