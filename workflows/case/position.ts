import { newCase } from '../../engine/new-case.ts';
import { engineVersion } from '../../engine/version.ts';
import { viewOf } from '../../engine/view.ts';
import type { CaseInput, PendingEffect } from '../case.messages.ts';
import type { Position } from './step.ts';

/** Where a run begins: a case that nobody has started yet, or where the run before left off. */
export function firstPosition(input: CaseInput): Position {
  const environment = { models: input.models, rulebook: input.rulebook };
  if (!input.resumed) return { environment, state: newCase(input), view: null, lastHash: '' };
  const { state, lastHash } = input.resumed;
  return { environment, state, view: state.seq === 0 ? null : viewOf(environment, state), lastHash };
}

/** Where the next run begins. The engine's behaviour changes here and nowhere else; the last step is durable by then. */
export function inputOfNextRun(input: CaseInput, position: Position, pending: readonly PendingEffect[]): CaseInput {
  const { environment, state, lastHash } = position;
  return {
    ...input,
    ...environment,
    resumed: { state: { ...state, engineVersion }, pending, lastHash },
  };
}
