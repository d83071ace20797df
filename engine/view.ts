import type { CivilDate, Instant } from '../domain/time.ts';
import type { CaseEnvironment } from './advance.types.ts';
import type { LinkKind } from '../domain/case-link.ts';
import type { Json, NoteReaders, Variables } from './command.ts';
import { caseRow } from './projection/case-row.ts';
import { taskRow } from './projection/task-row.ts';
import { waitRow } from './projection/wait-row.ts';
import type { CaseState, Copy } from './state.ts';
import type { Alarm, Task, TaskClock } from './task.ts';

/** Rows that ended in the last step are shown once more, then they are the read model's alone. */
export function viewOf(environment: CaseEnvironment, state: CaseState): CaseView {
  return {
    case: caseRow(state, environment.models[state.model]),
    tasks: Object.values(state.tasks).map((task) => taskRow(environment, state, task)),
    alarms: Object.values(state.alarms).map(
      ({ id, taskId, element: elementId, kind, level, at, firedAt, overtaken = false, cancelled = false, counted }) => {
        const row = { id, taskId, elementId, kind, level, at, firedAt, overtaken, cancelled };
        return counted ? { ...row, counted } : row;
      },
    ),
    incidents: Object.values(state.incidents).map(
      ({ id, element: elementId, code, message, remedy, openedAt, resolvedAt }) => {
        return { id, elementId, code, message, remedy, openedAt, resolvedAt };
      },
    ),
    children: Object.values(state.children).map(
      ({ childId, element: elementId, key: definitionKey, number, status }) => {
        return { childId, elementId, definitionKey, number, status };
      },
    ),
    waits: Object.values(state.waits)
      .map((wait) => waitRow(state, wait))
      .filter((row) => row !== null),
    ...(state.copies ? { copies: Object.values(state.copies).map(copyRow) } : {}),
    links: Object.values(state.links ?? {}).map(({ caseId: otherId, number, link: kind, at, removed = false }) => {
      return { otherId, number, kind, at, removed };
    }),
  };
}

const copyRow = ({ text, ...copy }: Copy): CopyRow => ({ ...copy, text: text ?? null });

/** A copy that somebody was sent, with its receipt. */
export interface CopyRow {
  readonly id: string;
  readonly to: string;
  readonly by: string | null;
  readonly taskId: string | null;
  readonly text: string | null;
  readonly at: Instant;
  readonly readAt: Instant | null;
  readonly recalledAt: Instant | null;
}

/** The rows that a state shows to the world. Pure projection: same state, same rows. `viewOf(environment, state)` makes it. */
export interface CaseView {
  readonly case: CaseRow;
  readonly tasks: readonly TaskRow[];
  readonly alarms: readonly AlarmRow[];
  readonly incidents: readonly IncidentRow[];
  readonly children: readonly ChildRow[];
  readonly waits: readonly WaitRow[];
  /** Absent in a case of which nobody was sent a copy. */
  readonly copies?: readonly CopyRow[];
  readonly links: readonly LinkRow[];
}

export interface CaseRow {
  readonly id: string;
  readonly status: 'running' | 'suspended' | 'completed' | 'cancelled' | 'incident';
  readonly definitionKey: string;
  readonly version: number;
  readonly startsOn: CivilDate;
  readonly variables: Variables;
  /** Agencies that have or had a step in the case, in order of arrival: the circle of those who may see it. */
  readonly agencies: readonly string[];
  /** People who opened it or have or had a step by name. */
  readonly people: readonly string[];
  readonly openedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endState: string | null;
}

export interface TaskRow {
  readonly id: string;
  readonly elementId: string;
  /** The instance of the multi-instance, 1.., else null. */
  readonly loopCounter: number | null;
  readonly name: string;
  readonly agency: string | null;
  readonly role: string | null;
  readonly candidateUsers: readonly string[];
  readonly assignee: string | null;
  readonly owner: string | null;
  readonly status: 'open' | 'suspended' | 'completed' | 'cancelled';
  readonly outcomes: readonly string[];
  readonly outcome: string | null;
  readonly form: string | null;
  /** Of the form, when the procedure was published; absent: the first. */
  readonly formVersion?: number;
  readonly letter: string | null;
  readonly basis: string | null;
  readonly clock: string | null;
  readonly period: string | null;
  readonly openedAt: Instant;
  readonly clockFrom: CivilDate | Instant | null;
  readonly dueOn: CivilDate | null;
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly priority: number | null;
  readonly scopeId: string;
  /** Merged scope chain as this task sees it, only while open. */
  readonly variables: Variables;
  /** What its due date is computed from, only while open: what-if needs it. */
  readonly position?: TaskPosition;
  readonly kind: Task['kind'];
  /** What an approval is asked for. */
  readonly asks: Json;
  /** Of an added task: what is asked, and by whom. */
  readonly description: string | null;
  readonly addedBy: string | null;
}

export interface TaskPosition {
  /** The version of the process that it is a step of. */
  readonly ref: string;
  readonly kind: Task['kind'];
  readonly clock: TaskClock | null;
  readonly suspendedAt: Instant | null;
  readonly touched: boolean;
  readonly signed: boolean;
}

export interface AlarmRow {
  readonly id: string;
  readonly taskId: string | null;
  readonly elementId: string;
  readonly kind: 'reminder' | 'due' | 'rung' | 'timer';
  readonly level: number | null;
  readonly at: Instant;
  readonly firedAt: Instant | null;
  /** The task was done in time although the alarm fired before the command was applied. */
  readonly overtaken: boolean;
  readonly cancelled: boolean;
  /** A timer that waits for the end of a period: what it counts. */
  readonly counted?: NonNullable<Alarm['counted']>;
}

export interface IncidentRow {
  readonly id: string;
  readonly elementId: string;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly openedAt: Instant;
  readonly resolvedAt: Instant | null;
}

export interface ChildRow {
  readonly childId: string;
  readonly elementId: string;
  readonly definitionKey: string;
  readonly number: string | null;
  readonly status: 'opening' | 'running' | 'completed' | 'cancelled';
}

/** A message or signal the case waits for now, with its correlation values, for the routing of POST /messages and /signals. */
export interface WaitRow {
  readonly instanceId: string;
  readonly elementId: string;
  readonly kind: 'message' | 'signal';
  readonly name: string;
  readonly correlation: Variables;
}

/** How the case stands to another one. */
export interface LinkRow {
  readonly otherId: string;
  readonly number: string;
  readonly kind: LinkKind;
  readonly at: Instant;
  readonly removed: boolean;
}

/** A ledger record written by this step. */
export interface RecordRow {
  readonly ledger: string;
  readonly id: string;
  readonly status: string;
  readonly data: Variables;
  readonly agency: string | null;
  readonly elementId: string | null;
  readonly at: Instant;
}

/** A note written by this step. */
export interface NoteRow {
  readonly id: string;
  readonly text: string;
  readonly author: string | null;
  readonly onBehalfOf: string | null;
  /** Null: all who see the case whole. */
  readonly visibleTo: NoteReaders | null;
  readonly at: Instant;
}
