import type { CaseState } from '../state.ts';
import { upcast } from './upcast.ts';
import type { Upcaster } from './upcast.ts';

/** One for each change of CaseState that an older state must follow; fields that are added and may be absent need none. */
const upcasters: readonly Upcaster[] = [];

/** Format of the states that this release writes. */
export const stateFormat: CaseState['format'] = 1;

/** A state that some release wrote, as this release knows states. Throws UnknownFormat for those of a later one. */
export const upcastState = (stored: { readonly format: number }): CaseState =>
  upcast<CaseState>('the state', upcasters, stored);
