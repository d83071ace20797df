import type { Ladder, DeadlineRule, Period } from '../../domain/period.ts';
import type { BusinessCalendar } from '../../domain/calendar.ts';
import { civilDateOf, endOfDay, isCivilDate, startOfDay } from '../../domain/civil-date.ts';
import { deadlineOf, reapplyExtension, shiftForSuspension } from '../../domain/deadline.ts';
import { parseInstant } from '../../domain/instant.ts';
import { defaultLadderOf } from '../../domain/ladder.ts';
import { ruleOf } from '../../domain/period-rule.ts';
import type { CivilDate, Instant } from '../../domain/time.ts';
import type { Json } from '../command.ts';
import type { TaskRule } from '../model.ts';
import { own } from '../own.ts';
import { evaluateIn, textIn } from '../scopes/evaluate.ts';
import type { Instance } from '../state.ts';
import type { Due, TaskClock } from '../task.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { ruleFromText } from './inline-due.ts';

/** The clock of a task that opens now; null where the step sets none. Throws Stuck where period, ladder or date are wrong. */
export function clockOf(step: Step, instance: Instance, rule: TaskRule, agency: string | null): TaskClock | null {
  const fixed = fixedOf(step, instance, rule);
  const period = periodOf(step, periodKeyOf(step, instance, rule));
  const counted = fixed?.rule ?? countedRule(step, instance, rule, period);
  if (!counted) return null;
  const { from, origin } = startOf(step, instance, rule, counted);
  const ladder = rule.ladder ?? period?.ladder ?? null;
  if (ladder !== null && !step.rulebook.ladders[ladder]) {
    throw new Stuck('NO_LADDER', `规则库中没有督办阶梯“${ladder}”`, '补充督办阶梯后重试');
  }
  const clock = { rule: counted, fixed: fixed?.due ?? null, from, origin, ladder, moves: [], extensions: 0 };
  return { ...clock, due: dueOf(clock, calendarOf(step, agency)) };
}

/** Where a clock ends, with everything that has moved it since it started. */
export function dueOf(
  { rule, fixed, from, moves }: Pick<TaskClock, 'rule' | 'fixed' | 'from' | 'moves'>,
  calendar: BusinessCalendar,
): Due {
  let due: Due = fixed ?? deadlineOf(rule, from, calendar);
  for (const move of moves) {
    due =
      move.kind === 'suspension'
        ? shiftForSuspension(rule, due, { suspendedFrom: move.from, resumedAt: move.to }, calendar)
        : reapplyExtension(rule, due, move.kind === 'until' ? { until: move.until } : { by: move.by }, calendar);
  }
  return due;
}

export function calendarOf(step: Step, agency: string | null): BusinessCalendar {
  const { calendars } = step.rulebook;
  const calendar = (agency === null ? undefined : calendars[agency]) ?? calendars['default'];
  if (!calendar) throw new Stuck('NO_CALENDAR', '规则库中没有默认工作日历', '载入工作日历后重试');
  return calendar;
}

const noLadder: Ladder = { key: '', name: '', reminders: [], rungs: [] };

/** The ladder that a clock climbs: its own, else the rulebook's for its kind, else none; as far as its period lets it. */
export function ladderOf(step: Step, { ladder, rule }: Pick<TaskClock, 'ladder' | 'rule'>): Ladder {
  const whole = step.rulebook.ladders[ladder ?? defaultLadderOf(rule)] ?? noLadder;
  const { upTo } = step.rulebook.periods[rule.period ?? ''] ?? {};
  return upTo === undefined ? whole : { ...whole, rungs: whole.rungs.filter(({ level }) => level <= upTo) };
}

const periodKeyOf = (step: Step, { id }: Instance, { period, chosenPeriod }: TaskRule): string | null =>
  period ?? (chosenPeriod ? textIn(step, id, chosenPeriod) : null);

/** A period of the rulebook; throws Stuck where it has none of that name. */
export function periodOf(step: Step, key: string | null): Period | undefined {
  if (key === null) return undefined;
  const found = own(step.rulebook.periods, key);
  if (!found) throw new Stuck('NO_PERIOD', `规则库中没有期限“${key}”`, '补充期限后重试');
  return found;
}

function countedRule(
  step: Step,
  instance: Instance,
  { due }: TaskRule,
  period: Period | undefined,
): DeadlineRule | null {
  if (due && 'amount' in due) return due;
  if (due && 'duration' in due) {
    const { duration, counting, roll, clock } = due;
    return ruleFromText(evaluateIn(step, instance.id, duration), { counting, roll, clock }, step.now);
  }
  return period ? ruleOf(period) : null;
}

/** Due on a date that an expression gives; null where it gives a duration. */
function fixedOf(step: Step, { id }: Instance, rule: TaskRule) {
  const { due } = rule;
  if (!due || 'amount' in due) return null;
  const value = evaluateIn(step, id, 'at' in due ? due.at : due.duration);
  const isDate = typeof value === 'string' && (isCivilDate(value) || parseInstant(value) !== null);
  return 'at' in due || isDate ? dueAtOf(value, rule) : null;
}

/** A date or date and time written in the definition: the rule then says only what kind of clock it is. */
function dueAtOf(value: Json, { due }: TaskRule): { readonly rule: DeadlineRule; readonly due: Due } {
  const clock = due?.clock ?? 'internal';
  if (typeof value === 'string' && isCivilDate(value)) {
    const rule: DeadlineRule = { amount: 0, unit: 'day', roll: 'none', clock };
    return { rule, due: { dueOn: value, dueAt: endOfDay(value), provisional: false } };
  }
  const at = typeof value === 'string' ? parseInstant(value) : null;
  if (at === null) throw new Stuck('BAD_DATE', `期限“${JSON.stringify(value)}”不是日期`, '更正期限所用的变量后重试');
  const rule: DeadlineRule = { amount: 0, unit: 'hour', roll: 'none', clock };
  return { rule, due: { dueOn: civilDateOf(at), dueAt: at, provisional: false } };
}

type Start = Pick<TaskClock, 'from' | 'origin'>;

function startOf(step: Step, instance: Instance, { from }: TaskRule, rule: DeadlineRule): Start {
  const { case: current } = step.draft;
  if (from === 'case-start') return { from: onDay(step, rule, current.startsOn), origin: 'case-start' };
  if (from === 'opened') {
    const byStart = current.starting;
    const past = byStart && current.startsOn < civilDateOf(step.now);
    const day = past ? current.startsOn : civilDateOf(step.now);
    return { from: onDay(step, rule, day), origin: byStart ? 'start-day' : 'opened' };
  }
  const value = evaluateIn(step, instance.id, from);
  if (typeof value === 'string' && isCivilDate(value)) return { from: onDay(step, rule, value), origin: 'date' };
  const at = typeof value === 'string' ? parseInstant(value) : null;
  if (at === null) {
    throw new Stuck('BAD_DATE', `期限起算日“${JSON.stringify(value)}”不是日期`, '更正起算日所用的变量后重试');
  }
  return { from: rule.unit === 'hour' ? at : civilDateOf(at), origin: 'date' };
}

/** Days count from a civil day; hours from an instant: now if the day is today, else its first minute. */
export function onDay(step: Step, rule: DeadlineRule, day: CivilDate): CivilDate | Instant {
  if (rule.unit !== 'hour') return day;
  return day === civilDateOf(step.now) ? step.now : startOfDay(day);
}

/** A start that was noted for one rule, as another one counts: days from a civil day, hours from an instant. */
export function inUnit({ unit }: DeadlineRule, from: CivilDate | Instant): CivilDate | Instant {
  if (unit === 'hour') return typeof from === 'number' ? from : startOfDay(from);
  return typeof from === 'number' ? civilDateOf(from) : from;
}
