import { it } from 'vitest';
import type { Client } from './client.ts';
import { Trial, type Opening } from './trial.ts';

/** The product under test, known once it has started. */
export interface Under {
  client: Client;
  url: string;
}

export type Tries = (under: Under) => void;

/** One definition, played as a trial. */
export function tries(
  under: Under,
  name: string,
  xml: string | (() => string),
  play: (trial: Trial) => Promise<void>,
  opening: Opening = {},
): void {
  it(name, async () => {
    await play(await Trial.of(under.client, typeof xml === 'string' ? xml : xml(), opening));
  });
}
