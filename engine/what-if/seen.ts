import type { CivilDate, Instant } from '../../domain/time.ts';
import type { ModelRef, Variables } from '../command.ts';
import { newCase } from '../new-case.ts';
import type { CaseState, Instance } from '../state.ts';
import type { Alarm, Task } from '../task.ts';
import type { AlarmRow, TaskPosition, TaskRow } from '../view.ts';

type TaskFacts = Pick<
  TaskRow,
  | 'id'
  | 'elementId'
  | 'name'
  | 'agency'
  | 'role'
  | 'assignee'
  | 'owner'
  | 'candidateUsers'
  | 'loopCounter'
  | 'openedAt'
  | 'variables'
>;

/** An open task as the read model holds it, with what its due date is computed from. */
export interface SeenTask extends TaskFacts, TaskPosition {
  readonly status: 'open' | 'suspended';
}

/** Of a running case what its clocks depend on. */
export interface SeenCase {
  readonly id: string;
  readonly model: ModelRef;
  readonly status: 'running' | 'suspended';
  readonly startsOn: CivilDate;
  readonly openedAt: Instant;
  readonly variables: Variables;
  readonly tasks: readonly SeenTask[];
  readonly alarms: readonly AlarmRow[];
}

/**
 * A state with these tasks, clocks and timers and nothing else: each task stands alone in a process of its version and
 * sees the variables it saw. What moves a clock moves it here as it would in the case itself.
 */
export function stateOf(seen: SeenCase): CaseState {
  const { id: caseId, model, startsOn, openedAt, status, variables, tasks, alarms } = seen;
  const fresh = newCase({ caseId, title: '', model, trial: false, startsOn, openedBy: null, parent: null });
  const refs = [...new Set([model, ...tasks.map(({ ref }) => ref)])];
  const scopes = refs.map((ref): Instance => {
    const element = ref.slice(0, ref.lastIndexOf('@'));
    const own = ref === model ? variables : {};
    return {
      id: `scope ${ref}`,
      element,
      ref,
      parent: null,
      kind: 'process',
      phase: 'wait',
      active: 1,
      variables: own,
    };
  });
  const instances = [...scopes, ...tasks.map(instanceOf)];
  return {
    ...fresh,
    status,
    openedAt,
    suspendedAt: status === 'suspended' ? openedAt : null,
    // Ids given out from here on meet none of the case's own.
    counter: 1_000_000_000,
    root: `scope ${model}`,
    instances: byId(instances),
    tasks: byId(tasks.map(taskOf)),
    alarms: byId(alarms.map((row) => alarmOf(row, `scope ${model}`))),
  };
}

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Readonly<Record<string, Row>> =>
  Object.fromEntries(rows.map((row) => [row.id, row]));

const instanceIdOf = ({ id }: SeenTask): string => `of ${id}`;

function instanceOf(task: SeenTask): Instance {
  const { elementId: element, ref, loopCounter, openedAt: since, variables, signed } = task;
  return {
    id: instanceIdOf(task),
    element,
    ref,
    parent: `scope ${ref}`,
    kind: 'node',
    phase: 'wait',
    active: 0,
    variables,
    since,
    ...(loopCounter === null ? {} : { loopCounter }),
    ...(signed ? { sign: { signers: [] } } : {}),
  };
}

function taskOf(seen: SeenTask): Task {
  const { elementId: element, ref, variables: _variables, signed: _signed, ...facts } = seen;
  return {
    ...facts,
    element,
    ref,
    instance: instanceIdOf(seen),
    outcomes: [],
    outcome: null,
    form: null,
    letter: null,
    basis: null,
    priority: null,
    endedAt: null,
    endedBy: null,
  };
}

function alarmOf({ elementId: element, taskId, ...row }: AlarmRow, scope: string): Alarm {
  return { ...row, element, taskId, instance: taskId === null ? scope : null };
}
