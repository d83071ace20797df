import type { Story } from '../story.ts';
import { clueDispositions } from './clue-dispositions.ts';
import { clueFiled } from './clue-filed.ts';
import { clueNotAccepted } from './clue-not-accepted.ts';
import { byAccounts } from './by-accounts.ts';
import { fourParty } from './four-party.ts';
import { inspectionCity } from './inspection-city.ts';
import { inspectionVariants } from './inspection-variants.ts';

/** Every story of the tour, in the order in which it is told. */
export const stories: readonly Story[] = [
  inspectionCity,
  ...inspectionVariants,
  ...fourParty,
  ...clueDispositions,
  ...clueNotAccepted,
  ...clueFiled,
  ...byAccounts,
];
