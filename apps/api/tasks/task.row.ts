import { actsForAll, isSupervised, mayActOnTask, visibleVariables } from '../../../domain/access.ts';
import { principalsOf } from '../../../domain/deputy.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Json } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import type { Form } from '../forms/form.ts';
import type { Alarm, Task } from './task.schema.ts';

export interface AlarmColumns {
  readonly id: string;
  readonly taskId: string | null;
  readonly elementId: string;
  readonly kind: Alarm['kind'];
  readonly level: number | null;
  readonly at: number;
  readonly firedAt: number | null;
  readonly overtaken: boolean;
}

/** A row of task_view with what of its case decides how much of it is shown. Instants are epoch milliseconds. */
export interface TaskColumns {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly caseTitle: string;
  readonly secrecy: string;
  readonly definitionKey: string;
  readonly trial: boolean;
  readonly openedBy: string | null;
  readonly agencies: readonly string[];
  readonly people: readonly string[];
  readonly elementId: string;
  readonly loopCounter: number | null;
  readonly kind: Task['kind'];
  readonly asks: Json;
  readonly description: string | null;
  readonly addedBy: string | null;
  readonly name: string;
  readonly agency: string | null;
  readonly role: string | null;
  readonly candidateUsers: readonly string[];
  readonly assignee: string | null;
  readonly owner: string | null;
  readonly status: Task['status'];
  readonly openedAt: number;
  readonly dueOn: string | null;
  readonly dueAt: number | null;
  readonly provisional: boolean;
  readonly clock: string | null;
  readonly period: string | null;
  readonly basis: string | null;
  readonly letter: string | null;
  readonly level: number;
  readonly priority: number | null;
  readonly outcomes: readonly string[];
  readonly outcome: string | null;
  readonly form: string | null;
  readonly formVersion: number | null;
  readonly endedAt: number | null;
  readonly endedBy: string | null;
  readonly sentBy: string | null;
  readonly returned: boolean;
  readonly variables: Readonly<Record<string, Json>>;
  /** The case's clock at its last step. */
  readonly caseClock: number;
  readonly alarms: readonly AlarmColumns[];
}

const milliseconds = (column: string): string => `round(extract(epoch from ${column}) * 1000)::bigint`;

/** Alarms as JSON, on `alarm_view a`. */
export const alarmJson = `jsonb_build_object('id', a.id, 'taskId', a.task_id, 'elementId', a.element_id, 'kind', a.kind,
  'level', a.level, 'at', ${milliseconds('a.at')}, 'firedAt', ${milliseconds('a.fired_at')}, 'overtaken', a.overtaken)`;

const plainColumns = `t.id, t.case_id as "caseId", c.number as "caseNumber", c.title as "caseTitle", c.secrecy,
  c.definition_key as "definitionKey", c.trial, c.opened_by as "openedBy", c.agencies, c.people,
  t.element_id as "elementId", t.loop_counter as "loopCounter", t.name, t.agency, t.role,
  t.candidate_users as "candidateUsers", t.assignee, t.owner, t.status, t.opened_at as "openedAt",
  t.due_on as "dueOn", t.due_at as "dueAt", t.provisional, t.clock, t.period, t.basis, t.letter, t.level, t.priority,
  t.kind, t.asks, t.description, t.added_by as "addedBy",
  t.outcomes, t.outcome, t.form,
  case when t.form is not null then coalesce(t.form_version, 1) end as "formVersion", t.ended_at as "endedAt", t.ended_by as "endedBy", c.clock as "caseClock",
  (select l.actor from timeline l where l.task_id = t.id and l.kind = 'task-opened' limit 1) as "sentBy",
  exists (select from timeline l join timeline r on r.case_id = l.case_id and r.seq = l.seq and r.kind in ('task-returned', 'task-rejected')
    where l.task_id = t.id and l.kind = 'task-opened') as returned`;

/** Columns of TaskColumns on `task_view t join case_view c`. */
export const taskColumns = `${plainColumns}, t.variables, (select coalesce(jsonb_agg(${alarmJson} order by a.at, length(a.id), a.id), '[]') from alarm_view a
   where a.task_id = t.id and not a.cancelled) as alarms`;

/** The same for lists: without what only the step's own page shows. */
export const briefColumns = `${plainColumns}, '{}'::jsonb as variables, '[]'::jsonb as alarms`;

export const alarmOf = ({ at, firedAt, ...alarm }: AlarmColumns): Alarm => ({
  ...alarm,
  at: isoOf(at),
  firedAt: firedAt === null ? null : isoOf(firedAt),
});

const maybe = (instant: number | null): string | null => (instant === null ? null : isoOf(instant));

/** Names that a form declares, and those of them that it shows or works on again. */
type FormNames = Pick<Form, 'fields' | 'again'>;

/** The row as the caller may see it. */
export function taskOf(row: TaskColumns, caller: Caller, form: FormNames | undefined): Task {
  const { openedBy: _, agencies: _agencies, people: _people, caseClock, ...shown } = row;
  const now = row.trial ? caseClock : Date.now();
  return {
    ...shown,
    candidateUsers: [...row.candidateUsers],
    outcomes: [...row.outcomes],
    openedAt: isoOf(row.openedAt),
    dueAt: maybe(row.dueAt),
    endedAt: maybe(row.endedAt),
    overdue: row.dueAt !== null && (row.endedAt ?? now) >= row.dueAt,
    alarms: row.alarms.map(alarmOf),
    actingFor: actingFor(row, caller),
    variables: variablesFor(row, caller, form),
  };
}

/**
 * All of its scope for those who see the case's variables, also for their deputies; for others what the step's own form
 * declares. Every form asks for an opinion and a remark: what others answered there is not for a supervised unit.
 */
function variablesFor(row: TaskColumns, caller: Caller, form: FormNames | undefined): Task['variables'] {
  const circle = { ...row, familyOpenedBy: row.openedBy };
  if (actsForAll(caller, circle)) return { ...row.variables };
  for (const viewer of [caller, ...principalsOf(caller, circle, row)]) {
    const visible = visibleVariables(viewer, circle);
    if (Object.keys(visible).length > 0) return { ...visible };
  }
  const shown = (isSupervised(caller) ? form?.again : form?.fields) ?? [];
  return Object.fromEntries(Object.entries(row.variables).filter(([name]) => shown.includes(name)));
}

/** For whom the caller would act, not having the step himself. */
function actingFor(row: TaskColumns, caller: Caller): Task['actingFor'] {
  const circle = { ...row, familyOpenedBy: row.openedBy };
  if (mayActOnTask(caller, circle, row)) return null;
  const [principal] = principalsOf(caller, circle, row);
  return principal ? { user: principal.user, name: principal.name } : null;
}
