import type { CivilDate } from '../domain/time.ts';
import type { ModelRef } from './command.ts';
import type { CaseState } from './state.ts';
import { stateFormat } from './formats/state.ts';
import { engineVersion } from './version.ts';

export interface NewCase {
  readonly caseId: string;
  readonly title: string;
  readonly model: ModelRef;
  readonly trial: boolean;
  readonly startsOn: CivilDate;
  readonly openedBy: string | null;
  readonly parent: CaseState['parent'];
  /** The newest if absent. */
  readonly engineVersion?: number;
}

/** A case that has not begun: its first command is `start`. */
export function newCase({ caseId, title, model, trial, startsOn, openedBy, parent, ...more }: NewCase): CaseState {
  return {
    format: stateFormat,
    engineVersion: more.engineVersion ?? engineVersion,
    caseId,
    title,
    model,
    trial,
    startsOn,
    openedBy,
    parent,
    seq: 0,
    handled: {},
    status: 'new',
    starting: false,
    nextAlarmAt: null,
    openedAt: null,
    suspendedAt: null,
    endedAt: null,
    endState: null,
    counter: 0,
    root: null,
    result: {},
    instances: {},
    waits: {},
    tasks: {},
    alarms: {},
    incidents: {},
    children: {},
    ledger: {},
    agencies: [],
    people: openedBy === null ? [] : [openedBy],
    held: [],
    trail: [],
    ended: [],
  };
}
