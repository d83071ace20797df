import type { Story } from '../story.ts';
import { clueDispositions } from './clue-dispositions.ts';
import { clueFiled } from './clue-filed.ts';
import { clueNotAccepted } from './clue-not-accepted.ts';
import { inspectionCity } from './inspection-city.ts';

/** Every story of the tour, in the order in which it is told. */
export const stories: readonly Story[] = [inspectionCity, ...clueDispositions, ...clueNotAccepted, ...clueFiled];
