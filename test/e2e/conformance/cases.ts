import { describe, expect, it } from 'vitest';
import type { Calls } from './client.ts';
import { Trial, type Opening } from './trial.ts';

/** What is tried: the product over HTTP, known once it has started, or the engine alone. */
export interface Under {
  readonly kind: 'http' | 'engine';
  client: Calls;
  url: string;
  /** What one definition is played with; a fresh one where cases must not hear each other. */
  fresh(): Calls;
  /** Told after each. */
  played?(name: string, client: Calls): void;
}

export type Tries = (under: Under) => void;

/** One definition, played as a trial: over HTTP with the engine beside it, and in the engine alone. */
export function tries(
  under: Under,
  name: string,
  xml: string | (() => string),
  play: (trial: Trial) => Promise<void>,
  opening: Opening = {},
): void {
  it(name, async () => {
    const client = opening.services === true ? under.client : under.fresh();
    await play(await Trial.of(client, typeof xml === 'string' ? xml : xml(), opening));
    under.played?.(expect.getState().currentTestName ?? name, client);
  });
}

/** What only the product over HTTP can be asked: accounts, versions, keys, problems. */
export function overHttp(under: Under, name: string, play: () => Promise<void>): void {
  if (under.kind === 'http') it(name, play);
}

/** A group of such. */
export function describeOverHttp(under: Under, name: string, cases: () => void): void {
  if (under.kind === 'http') describe(name, cases);
}

/** A definition that only the product over HTTP can play. */
export const triesOverHttp: typeof tries = (under, ...rest) => {
  if (under.kind === 'http') tries(under, ...rest);
};
