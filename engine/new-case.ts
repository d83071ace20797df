import type { CivilDate } from '../domain/time.ts';
import type { ModelRef } from './command.ts';
import type { CaseState } from './state.ts';
import { engineVersion } from './version.ts';

export interface NewCase {
  readonly caseId: string;
  readonly title: string;
  readonly model: ModelRef;
  readonly trial: boolean;
  readonly startsOn: CivilDate;
  readonly openedBy: string | null;
  readonly parent: CaseState['parent'];
}

/** A case that has not begun: its first command is `start`. */
export function newCase({ caseId, title, model, trial, startsOn, openedBy, parent }: NewCase): CaseState {
  return {
    format: 1,
    engineVersion,
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
