import { advance } from '../../../engine/advance.ts';
import type { CaseEnvironment } from '../../../engine/advance.types.ts';
import type { Command } from '../../../engine/command.ts';
import type { CaseState } from '../../../engine/state.ts';
import { viewOf } from '../../../engine/view.ts';
import type { CaseView, TaskRow } from '../../../engine/view.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { MigratedCase } from './case.schema.ts';

/** Where the case would stand after the migration, beside where it stands now; what cannot be mapped is listed, not refused. */
export function planOf(environment: CaseEnvironment, state: CaseState, command: Command): MigratedCase {
  const before = viewOf(environment, state);
  try {
    const advanced = advance(environment, state, command, command.receivedAt);
    return { ...placesOf(viewOf(environment, advanced.state), before), unmapped: [] };
  } catch (error) {
    if (!(error instanceof CaseError) || error.code !== 'MIGRATION_UNMAPPED') throw error;
    return { ...placesOf(before, before), unmapped: unmappedIn(error) };
  }
}

type Places = Omit<MigratedCase, 'unmapped'>;

function placesOf(after: CaseView, before: CaseView): Places {
  const known = new Map(before.tasks.map((task) => [task.id, task]));
  return {
    id: after.case.id,
    tasks: openIn(after).map((task) => ({ ...placeOf(task), before: placeOf(known.get(task.id) ?? task) })),
    alarms: after.alarms
      .filter(({ cancelled }) => !cancelled)
      .map(({ id, taskId, elementId, kind, level, at, firedAt, overtaken }) => {
        const fired = firedAt === null ? null : isoOf(firedAt);
        return { id, taskId, elementId, kind, level, at: isoOf(at), firedAt: fired, overtaken };
      }),
  };
}

const openIn = ({ tasks }: CaseView): readonly TaskRow[] =>
  tasks.filter(({ status }) => status === 'open' || status === 'suspended');

const placeOf = ({ id, elementId, name, assignee, dueOn, dueAt }: TaskRow) => ({
  id,
  elementId,
  name,
  assignee,
  dueOn,
  dueAt: dueAt === null ? null : isoOf(dueAt),
});

function unmappedIn({ details }: CaseError): MigratedCase['unmapped'] {
  const { unmapped } = details as { unmapped: readonly { elementId: string; reason: string }[] };
  return unmapped.map(({ elementId, reason }) => ({ elementId, reason }));
}
