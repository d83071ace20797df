import type { Client } from '@temporalio/client';
import { advance } from '../../../engine/advance.ts';
import type { CaseEnvironment } from '../../../engine/advance.types.ts';
import type { Command } from '../../../engine/command.ts';
import type { CaseState } from '../../../engine/state.ts';
import { viewOf } from '../../../engine/view.ts';
import type { CaseView, TaskRow } from '../../../engine/view.ts';
import { isoOf } from '../../../domain/instant.ts';
import { casePositionQuery, caseWorkflowId } from '../../../workflows/case.messages.ts';
import type { Preview } from './preview.schema.ts';
import { tokensOf } from './tokens.ts';

/** Thrown where a command would be sent: the route's answer is the preview. */
export class Previewed extends Error {
  constructor(readonly preview: Preview) {
    super('previewed');
  }
}

/** What the command would do to the case as it stands now; the refusals are the same as in earnest. */
export async function previewOf(client: Client, caseId: string, command: Command): Promise<Preview> {
  const { environment, state } = await client.workflow.getHandle(caseWorkflowId(caseId)).query(casePositionQuery);
  return previewIn(environment, state, command);
}

/** The same on a position that is at hand; throws the CaseError that the command would meet. */
export function previewIn(environment: CaseEnvironment, state: CaseState, command: Command): Preview {
  const advanced = advance(environment, state, { ...command, rehearsal: true }, command.receivedAt);
  const { models } = environment;
  return {
    preview: true,
    status: viewOf(environment, advanced.state).case.status,
    ...differences(state.status === 'new' ? nothing : viewOf(environment, state), viewOf(environment, advanced.state)),
    entries: advanced.entries.map(({ kind, elementId, taskId }) => ({
      kind,
      elementId: elementId ?? null,
      taskId: taskId ?? null,
    })),
    effects: advanced.effects.map(({ kind }) => kind),
    ...(mayCorrect(command)
      ? { tokens: { before: tokensOf(state, models), after: tokensOf(advanced.state, models) } }
      : {}),
    incidents: newIncidents(state, advanced.state),
    warnings: [...(advanced.warnings ?? [])],
  };
}

const nothing: Pick<CaseView, 'tasks' | 'alarms'> = { tasks: [], alarms: [] };

function differences(before: Pick<CaseView, 'tasks' | 'alarms'>, after: CaseView) {
  const statuses = new Map(before.tasks.map(({ id, status }) => [id, status]));
  const alarms = new Map(before.alarms.map(({ id, at, cancelled }) => [id, `${at} ${cancelled}`]));
  const days = new Map(before.tasks.map(({ id, dueOn }) => [id, dueOn]));
  const changed = after.tasks.filter(({ id, status }) => statuses.get(id) !== status);
  return {
    opened: changed.filter(({ status }) => status === 'open').map(brief),
    closed: changed.filter(({ status }) => status !== 'open').map(brief),
    moved: after.tasks
      .filter(({ id, dueOn }) => days.has(id) && days.get(id) !== dueOn)
      .map((task) => ({ ...brief(task), before: days.get(task.id) ?? null })),
    alarms: after.alarms
      .filter(({ id, at, cancelled }) => alarms.get(id) !== `${at} ${cancelled}`)
      .map(({ id, taskId, kind, level, at, cancelled }) => ({ id, taskId, kind, level, at: isoOf(at), cancelled })),
  };
}

const brief = ({ elementId, name, status, agency, role, assignee, dueOn }: TaskRow) => ({
  elementId,
  name,
  status,
  agency,
  role,
  assignee,
  dueOn,
});

function newIncidents({ incidents: before }: CaseState, { incidents }: CaseState): Preview['incidents'] {
  const opened = Object.values(incidents).filter(({ id, resolvedAt }) => resolvedAt === null && !before[id]);
  return opened.map(({ element: elementId, code, message }) => ({ elementId, code, message }));
}

const mayCorrect = ({ actor }: Command): boolean =>
  actor === null || actor.operator === true || actor.everyRole === true;
