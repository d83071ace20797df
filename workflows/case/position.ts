import { upcastModel } from '../../engine/formats/model.ts';
import { upcastState } from '../../engine/formats/state.ts';
import { newCase } from '../../engine/new-case.ts';
import { engineVersion } from '../../engine/version.ts';
import { viewOf } from '../../engine/view.ts';
import type { CaseInput, PendingEffect } from '../case.messages.ts';
import { modelsInUse } from './models-in-use.ts';
import type { Position } from './step.ts';
import { unsound } from './unsound.ts';

/**
 * Where a run begins: a case that nobody has started yet, or where the run before left off. What a newer release wrote
 * is left to its workers: the workflow task fails and is tried again until one of them takes it.
 */
export function firstPosition(input: CaseInput): Position {
  try {
    return readPosition(input);
  } catch (error) {
    throw unsound(error);
  }
}

function readPosition(input: CaseInput): Position {
  const models = Object.fromEntries(Object.entries(input.models).map(([ref, model]) => [ref, upcastModel(model)]));
  const environment = { models, rulebook: input.rulebook };
  const state = input.resumed
    ? upcastState(input.resumed.state)
    : newCase({ ...input, engineVersion: input.engineVersion ?? 1 });
  if (state.engineVersion > engineVersion)
    throw new Error(`engine version ${state.engineVersion} is newer than this worker's ${engineVersion}`);
  const view = state.seq === 0 ? null : viewOf(environment, state);
  return { environment, state, view, lastHash: input.resumed?.lastHash ?? '' };
}

/** Where the next run begins. The engine's behaviour changes here and nowhere else; the last step is durable by then. */
export function inputOfNextRun(input: CaseInput, position: Position, pending: readonly PendingEffect[]): CaseInput {
  const { environment, state, lastHash } = position;
  return {
    ...input,
    ...environment,
    models: modelsInUse(environment.models, state),
    resumed: { state: { ...state, engineVersion }, pending, lastHash },
  };
}
