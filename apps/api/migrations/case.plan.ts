import { advance } from '../../../engine/advance.ts';
import type { CaseEnvironment } from '../../../engine/advance.types.ts';
import type { Act, Command } from '../../../engine/command.ts';
import type { JournalEntry } from '../../../engine/effect.ts';
import type { CaseState } from '../../../engine/state.ts';
import { CaseError } from '../../../domain/errors.ts';
import { alarmsIn } from './plan.alarms.ts';
import type { CasePlan } from './plan.schema.ts';
import { droppedTasks, droppedWaits, heldIn, tasksIn, tokensIn, waitsIn } from './plan.places.ts';

type Migrate = Extract<Act, { kind: 'migrate' }>;

/** A case with the models it runs in. */
export interface Position {
  readonly environment: CaseEnvironment;
  readonly state: CaseState;
}

/** Where the case would stand after the migration, beside where it stands now; what cannot be mapped is listed, not refused. */
export function planOf({ environment, state }: Position, command: Command & Migrate): CasePlan {
  const about = { id: state.caseId, from: command.from ?? state.model, to: command.to };
  const models = { ...environment.models, [command.to]: command.model };
  try {
    const after = advance(environment, state, command, command.receivedAt);
    const places = placesOf({ environment, state }, { environment: { ...environment, models }, state: after.state });
    return { ...about, ...places, unmapped: [], notes: notesIn(after.entries) };
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'MIGRATION_UNMAPPED') throw error;
    const now = { environment, state };
    return { ...about, ...placesOf(now, now), unmapped: unmappedIn(error), notes: [] };
  }
}

/** What a migration has made of a case, from where it stood. */
export const placesOf = (
  before: Position,
  after: Position,
): Omit<CasePlan, 'id' | 'from' | 'to' | 'unmapped' | 'notes'> => {
  const { alarms, dropped } = alarmsIn(before.state, after.state);
  return {
    tokens: tokensIn(before, after),
    held: heldIn(after.state),
    tasks: tasksIn(before, after),
    alarms,
    waits: waitsIn(before.state, after.state),
    dropped: [...dropped, ...droppedWaits(before.state, after.state), ...droppedTasks(before, after)],
  };
};

function notesIn(entries: readonly JournalEntry[]): CasePlan['notes'] {
  const notes = entries.find(({ kind }) => kind === 'case-migrated')?.data?.['notes'];
  return Array.isArray(notes) ? (notes as unknown as CasePlan['notes']) : [];
}

function unmappedIn({ details }: CaseError): CasePlan['unmapped'] {
  const { unmapped } = details as { unmapped: CasePlan['unmapped'] };
  return unmapped.map(({ elementId, reason }) => ({ elementId, reason }));
}
