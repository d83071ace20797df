import type { StepRecord } from '../../activities/record.types.ts';
import type { CaseRow, TaskRow } from '../../engine/view.ts';

const opened = Date.parse('2026-03-02T09:00:00+08:00');

export const caseRow = (given: Partial<CaseRow> = {}): CaseRow => ({
  id: 'c1',
  status: 'running',
  definitionKey: 'P',
  version: 1,
  startsOn: '2026-03-02',
  variables: {},
  agencies: ['cdi'],
  people: ['cdi.intake'],
  openedAt: opened,
  endedAt: null,
  endState: null,
  ...given,
});

export const taskRow = (given: Partial<TaskRow> = {}): TaskRow => ({
  id: 'c1.t1',
  elementId: 'a',
  loopCounter: null,
  name: '受理',
  agency: 'cdi',
  role: 'cdi.intake',
  candidateUsers: [],
  assignee: null,
  owner: null,
  status: 'open',
  outcomes: [],
  outcome: null,
  form: null,
  letter: null,
  basis: null,
  clock: null,
  period: null,
  openedAt: opened,
  clockFrom: null,
  dueOn: null,
  dueAt: null,
  provisional: false,
  endedAt: null,
  endedBy: null,
  priority: null,
  scopeId: 'root',
  variables: {},
  kind: 'step',
  asks: null,
  description: null,
  addedBy: null,
  ...given,
});

/** One step of case c1; `command` names its command's id. */
export function stepRecord(given: Partial<Omit<StepRecord, 'command'>> & { seq: number; command: string }): StepRecord {
  const { command, ...rest } = given;
  return {
    caseId: 'c1',
    number: '联案〔2026〕1号',
    title: '一件事',
    family: 'c1',
    trial: false,
    parent: null,
    openedBy: 'cdi.intake',
    secrecy: 'work-secret',
    nextDueAt: null,
    previousHash: '',
    at: opened + given.seq * 1000,
    stateDigest: `state-${command}`,
    entries: [{ kind: 'task-completed', at: opened }],
    changes: { case: caseRow(), tasks: [], alarms: [], incidents: [], children: [], records: [] },
    deliveries: [],
    outbox: [],
    confirmedSeq: 0,
    ...rest,
    command: { id: command, bodyHash: command, actor: null, receivedAt: opened, kind: 'tick' },
  };
}
