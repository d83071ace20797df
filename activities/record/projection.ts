import type {
  AlarmRow,
  ChildRow,
  CopyRow,
  IncidentRow,
  LinkRow,
  NoteRow,
  RecordRow,
  TaskRow,
  WaitRow,
} from '../../engine/view.ts';
import type { JournalPayload } from './payload.ts';

type Row = Readonly<Record<string, unknown>>;

/** The rows of one step under their column names, as project_step takes them. Absent lists change nothing. */
export interface Projection {
  readonly case: Row;
  readonly tasks?: readonly Row[];
  readonly alarms?: readonly Row[];
  readonly incidents?: readonly Row[];
  readonly children?: readonly Row[];
  readonly waits?: readonly Row[];
  readonly records?: readonly Row[];
  readonly copies?: readonly Row[];
  readonly links?: readonly Row[];
  readonly notes?: readonly Row[];
  readonly timeline: readonly Row[];
}

/** Pure: the same journal payload gives the same rows, when it is recorded, rebuilt or verified. */
export function projectionOf(step: JournalPayload, hash: string, confirmedSeq: number): Projection {
  const { changes } = step;
  return {
    case: caseRow(step, hash, confirmedSeq),
    ...listed('tasks', changes.tasks, (row) => taskRow(step, row)),
    ...listed('alarms', changes.alarms, (row) => alarmRow(step, row)),
    ...listed('incidents', changes.incidents, (row) => incidentRow(step, row)),
    ...listed('children', changes.children, (row) => childRow(step, row)),
    ...(changes.waits ? { waits: changes.waits.map((row) => waitRow(step, row)) } : {}),
    ...listed('records', written(changes.records), (row) => recordRow(step, row)),
    ...listed('copies', changes.copies ?? [], (row) => copyRow(step, row)),
    ...listed('links', changes.links ?? [], (row) => linkRow(step, row)),
    ...listed('notes', changes.notes ?? [], (row) => noteRow(step, row)),
    timeline: timelineRows(step),
  };
}

function listed<T>(name: string, rows: readonly T[], toRow: (row: T) => Row): Record<string, readonly Row[]> {
  return rows.length === 0 ? {} : { [name]: rows.map(toRow) };
}

/** A record that was written more than once in this step is one row: the last state, with all that was said of it. */
const written = (records: readonly RecordRow[]): readonly RecordRow[] =>
  [...Map.groupBy(records, ({ ledger, id }) => `${ledger}/${id}`).values()].flatMap(([first, ...later]) =>
    first ? [later.reduce((known, one) => ({ ...one, data: { ...known.data, ...one.data } }), first)] : [],
  );

/** Every time of the read model comes from the case's clock in epoch milliseconds. */
export const toTimestamp = (instant: number): string => new Date(instant).toISOString();
const maybe = (instant: number | null): string | null => (instant === null ? null : toTimestamp(instant));

function caseRow(step: JournalPayload, hash: string, confirmedSeq: number): Row {
  const row = step.changes.case;
  return {
    id: step.caseId,
    number: step.number,
    title: step.title,
    definition_key: row.definitionKey,
    version: row.version,
    trial: step.trial,
    family: step.family,
    parent_id: step.parent?.caseId ?? null,
    parent_instance_id: step.parent?.instanceId ?? null,
    opened_by: step.openedBy,
    starts_on: row.startsOn,
    status: row.status,
    secrecy: step.secrecy,
    variables: row.variables,
    agencies: row.agencies,
    people: row.people,
    opened_at: toTimestamp(row.openedAt),
    ended_at: maybe(row.endedAt),
    end_state: row.endState,
    seq: step.seq,
    hash,
    confirmed_seq: confirmedSeq,
    clock: toTimestamp(step.at),
    next_due_at: maybe(step.nextDueAt),
  };
}

const taskRow = ({ caseId, trial }: JournalPayload, row: TaskRow): Row => ({
  case_id: caseId,
  id: row.id,
  element_id: row.elementId,
  loop_counter: row.loopCounter,
  name: row.name,
  agency: row.agency,
  role: row.role,
  candidate_users: row.candidateUsers,
  assignee: row.assignee,
  owner: row.owner,
  status: row.status,
  outcomes: row.outcomes,
  outcome: row.outcome,
  form: row.form,
  form_version: row.formVersion ?? null,
  letter: row.letter,
  basis: row.basis,
  clock: row.clock,
  period: row.period,
  opened_at: toTimestamp(row.openedAt),
  clock_from: row.clockFrom === null ? null : String(row.clockFrom),
  due_on: row.dueOn,
  due_at: maybe(row.dueAt),
  provisional: row.provisional,
  ended_at: maybe(row.endedAt),
  ended_by: row.endedBy,
  priority: row.priority,
  scope_id: row.scopeId,
  variables: row.variables,
  trial,
  level: 0,
  position: row.position ?? null,
  // Journals from before these columns have none of them.
  kind: row.kind ?? 'step',
  asks: row.asks ?? null,
  description: row.description ?? null,
  added_by: row.addedBy ?? null,
});

const alarmRow = ({ caseId }: JournalPayload, row: AlarmRow): Row => ({
  case_id: caseId,
  id: row.id,
  task_id: row.taskId,
  element_id: row.elementId,
  kind: row.kind,
  level: row.level,
  at: toTimestamp(row.at),
  fired_at: maybe(row.firedAt),
  overtaken: row.overtaken,
  cancelled: row.cancelled,
  counted: row.counted ?? null,
});

const incidentRow = ({ caseId }: JournalPayload, row: IncidentRow): Row => ({
  case_id: caseId,
  id: row.id,
  element_id: row.elementId,
  code: row.code,
  message: row.message,
  remedy: row.remedy,
  opened_at: toTimestamp(row.openedAt),
  resolved_at: maybe(row.resolvedAt),
});

const childRow = ({ caseId }: JournalPayload, row: ChildRow): Row => ({
  case_id: caseId,
  child_id: row.childId,
  element_id: row.elementId,
  definition_key: row.definitionKey,
  number: row.number,
  status: row.status,
});

const waitRow = ({ caseId, trial, openedBy }: JournalPayload, row: WaitRow): Row => ({
  case_id: caseId,
  instance_id: row.instanceId,
  element_id: row.elementId,
  kind: row.kind,
  name: row.name,
  correlation: row.correlation,
  trial,
  opened_by: openedBy,
});

const recordRow = ({ caseId, trial }: JournalPayload, row: RecordRow): Row => ({
  case_id: caseId,
  ledger: row.ledger,
  id: row.id,
  status: row.status,
  data: row.data,
  agency: row.agency,
  element_id: row.elementId,
  trial,
  created_at: toTimestamp(row.at),
  changed_at: toTimestamp(row.at),
});

const copyRow = ({ caseId, trial }: JournalPayload, row: CopyRow): Row => ({
  case_id: caseId,
  id: row.id,
  person_id: row.to,
  sent_by: row.by,
  task_id: row.taskId,
  text: row.text,
  sent_at: toTimestamp(row.at),
  read_at: maybe(row.readAt),
  recalled_at: maybe(row.recalledAt),
  trial,
});

const linkRow = ({ caseId }: JournalPayload, row: LinkRow): Row => ({
  case_id: caseId,
  kind: row.kind,
  other_id: row.otherId,
  number: row.number,
  at: toTimestamp(row.at),
  removed: row.removed,
});

const noteRow = ({ caseId }: JournalPayload, row: NoteRow): Row => ({
  case_id: caseId,
  id: row.id,
  text: row.text,
  author: row.author,
  on_behalf_of: row.onBehalfOf,
  visible_to: row.visibleTo,
  at: toTimestamp(row.at),
});

const timelineRows = ({ caseId, seq, command, entries }: JournalPayload): Row[] =>
  entries.map((entry, position) => ({
    case_id: caseId,
    seq,
    position,
    kind: entry.kind,
    at: toTimestamp(entry.at),
    actor: command.actor?.user ?? null,
    on_behalf_of: command.actor?.onBehalfOf ?? null,
    element_id: entry.elementId ?? null,
    task_id: entry.taskId ?? null,
    data: entry.data ?? {},
    reason: command.reason ?? null,
  }));
