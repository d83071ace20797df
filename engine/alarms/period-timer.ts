import { civilDateOf, isCivilDate } from '../../domain/civil-date.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { DeadlineRule } from '../../domain/period.ts';
import { ruleOf } from '../../domain/period-rule.ts';
import type { CivilDate, Instant } from '../../domain/time.ts';
import type { Expression } from '../model.ts';
import { evaluateIn, textIn } from '../scopes/evaluate.ts';
import type { Alarm } from '../task.ts';
import type { Step } from '../step.ts';
import { calendarOf, dueOf, inUnit, onDay, periodOf } from '../tasks/clock.ts';
import type { Taken } from '../tasks/taken.ts';
import { arm, refuse, type Timer } from './arm.ts';

type Counted = NonNullable<Alarm['counted']>;

interface PeriodTimer {
  readonly element: string;
  readonly timer: Timer;
  /** When its clock starts where it names nothing else. */
  readonly since: Instant;
}

/** A timer that waits for the end of a period, in the calendar of the agency whose lane it stands in. */
export function armPeriod(step: Step, instanceId: string, { element, timer, since }: PeriodTimer): void {
  const { period, from } = timer;
  const named = periodOf(step, textIn(step, instanceId, period));
  const rule = named ? ruleOf(named) : null;
  if (!rule) refuse(element, named?.key ?? null);
  const { ref } = step.draft.instances.need(instanceId);
  const agency = textIn(step, instanceId, step.element(ref, element).laneAgency);
  const start = rule.unit === 'hour' ? since : civilDateOf(since);
  armCounted(step, instanceId, element, { rule, from: from ? dayOf(step, instanceId, rule, from) : start, agency });
}

/** A recurring period on an event that does not interrupt comes again, counted from the day that has just ended. */
export function armPeriodAgain(step: Step, { instance, element, counted, at }: Alarm): void {
  if (!counted || instance === null) return;
  if (step.rulebook.periods[counted.rule.period ?? '']?.kind !== 'recurrence') return;
  const from = counted.rule.unit === 'hour' ? at : civilDateOf(at - 1);
  armCounted(step, instance, element, { ...counted, from });
}

/** New rules have reached the case: what still waits for the end of a period waits for its new end. */
export function recountTimers(step: Step, taken: Taken): void {
  for (const { id, element, counted: old, at, firedAt, cancelled } of step.draft.alarms.rows()) {
    if (!old || firedAt !== null || cancelled) continue;
    const rule = taken(old.rule)?.rule;
    const counted = rule ? { ...old, rule, from: inUnit(rule, old.from) } : old;
    const moved = endOf(step, counted);
    if (rule) step.draft.alarms.edit(id).counted = counted;
    if (moved === at) continue;
    step.draft.alarms.edit(id).at = moved;
    step.journal('timer-moved', { elementId: element }, { alarmId: id, old: at, new: moved });
  }
}

function dayOf(step: Step, instanceId: string, rule: DeadlineRule, from: Expression): CivilDate | Instant {
  const value = evaluateIn(step, instanceId, from);
  if (typeof value === 'string' && isCivilDate(value)) return onDay(step, rule, value);
  const at = typeof value === 'string' ? parseInstant(value) : null;
  if (at === null) refuse(step.draft.instances.need(instanceId).element, JSON.stringify(value));
  return rule.unit === 'hour' ? at : civilDateOf(at);
}

const armCounted = (step: Step, instance: string, element: string, counted: Counted): void =>
  arm(step, instance, element, endOf(step, counted), { counted });

const endOf = (step: Step, { rule, from, agency }: Counted): Instant =>
  dueOf({ rule, fixed: null, from, moves: [] }, calendarOf(step, agency)).dueAt;
