import { parseDuration, type Duration } from '../../domain/duration.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { ClockKind, PeriodUnit } from '../../domain/period.ts';
import type { TaskRule, Value } from '../model.ts';
import { choiceOf, ld, wrongValue } from './attributes.ts';
import type { Compilation } from './compilation.ts';
import { idOf, type Moddle } from './moddle.ts';
import { vendorAttribute, zeebeProperty } from './vendor.ts';

type Clock = Pick<TaskRule, 'period' | 'chosenPeriod' | 'due' | 'from' | 'ladder' | 'basis'>;
type Counting = 'calendar' | 'working' | 'hours';

/** The step's deadline: a named period, or one written here, and what starts it. */
export function clockOf(node: Moddle, compilation: Compilation): Clock {
  const { report, options, expressions } = compilation;
  const period = ld(node, 'period');
  const ladder = ld(node, 'ladder');
  const basis = ld(node, 'basis');
  const chosen = expressions.value(period, { elementId: idOf(node), path: 'ld:period' });
  checkPeriod(idOf(node), chosen, compilation);
  if (ladder && options.knownLadders && !options.knownLadders.has(ladder)) {
    report.defect('UNKNOWN_LADDER', `没有名为 “${ladder}” 的催办梯级`, idOf(node), 'ld:ladder');
  }
  if (period && ld(node, 'due')) {
    report.defect('TWO_DEADLINES', 'ld:period 与 ld:due 只能写一个', idOf(node), 'ld:due');
  }
  const due = period ? undefined : dueOf(node, compilation);
  checkIdle(node, period, due, compilation);
  return {
    ...(chosen ? ('constant' in chosen ? { period: chosen.constant } : { chosenPeriod: chosen }) : {}),
    ...(due ? { due } : {}),
    from: fromOf(node, compilation),
    ...(ladder ? { ladder } : {}),
    ...(basis ? { basis } : {}),
  };
}

/** A key that stands in the document must be in the table; one that an expression gives is looked up when the step opens. */
export function checkPeriod(elementId: string, period: Value | undefined, { report, options }: Compilation): void {
  if (!period || !('constant' in period) || !options.knownPeriods || options.knownPeriods.has(period.constant)) return;
  report.defect('UNKNOWN_PERIOD', `期限表中没有 “${period.constant}”`, elementId, 'ld:period');
}

function checkIdle(node: Moddle, period: string | undefined, due: TaskRule['due'], { report }: Compilation): void {
  const idle = due ? [] : period ? ['counting', 'roll', 'clock'] : ['counting', 'roll', 'clock', 'from', 'ladder'];
  for (const name of idle) {
    if (ld(node, name) === undefined || ld(node, 'due') !== undefined) continue;
    const why = period ? '期限表已经规定了' : '此步骤没有期限';
    report.defect('IDLE_ATTRIBUTE', `ld:${name} 不起作用：${why}`, idOf(node), `ld:${name}`);
  }
}

function fromOf(node: Moddle, { expressions }: Compilation): TaskRule['from'] {
  const source = ld(node, 'from');
  if (source === undefined || source === 'opened') return 'opened';
  if (source === 'case-start') return 'case-start';
  return expressions.expression(source, { elementId: idOf(node), path: 'ld:from' }) ?? 'opened';
}

function dueOf(node: Moddle, compilation: Compilation): TaskRule['due'] {
  const { report, expressions } = compilation;
  const counting = choiceOf(node, 'counting', ['calendar', 'working', 'hours'], report) ?? 'calendar';
  const roll = choiceOf(node, 'roll', ['none', 'next-working-day'], report) ?? 'none';
  const clock = choiceOf(node, 'clock', ['internal', 'statutory', 'custody'], report) ?? 'internal';
  const source = ld(node, 'due');
  const basis = ld(node, 'basis');
  if (source === undefined) return vendorDue(node, clock, compilation);
  const place = { elementId: idOf(node), path: 'ld:due' };
  if (source.startsWith('=')) {
    const duration = expressions.expression(source, place);
    return duration && { duration, counting, roll, clock };
  }
  const duration = parseDuration(source);
  if (!duration || !isPositive(duration)) {
    wrongValue(node, 'due', '应是大于零的 ISO 8601 时长，如 P10D、P3M、PT24H，或以 “=” 开头的 FEEL', report);
    return undefined;
  }
  const whole = wholeUnits(duration, counting);
  if (whole) return { ...whole, roll, clock, ...(basis ? { basis } : {}) };
  if (counting === 'working') {
    wrongValue(node, 'due', '按工作日计算的期限只能以天为单位，如 P10D', report);
    return undefined;
  }
  const constant = expressions.expression(`"${source}"`, place);
  return constant && { duration: constant, counting, roll, clock };
}

const isPositive = (duration: Duration): boolean => {
  const amounts = Object.values(duration) as number[];
  return amounts.every((amount) => amount >= 0) && amounts.some((amount) => amount > 0);
};

/** The duration as one amount of one unit, or null when it mixes units. */
function wholeUnits(duration: Duration, counting: Counting): { amount: number; unit: PeriodUnit } | null {
  const given = (Object.entries(duration) as [keyof Duration, number][]).filter(([, amount]) => amount > 0);
  const [first] = given;
  if (!first || given.length > 1) return null;
  const [unit, amount] = first;
  if (counting === 'hours') {
    const hours = { hours: amount, days: amount * 24, weeks: amount * 168 }[unit as string];
    return hours === undefined ? null : { amount: hours, unit: 'hour' };
  }
  if (unit === 'days' || unit === 'weeks') {
    return { amount: unit === 'weeks' ? amount * 7 : amount, unit: counting === 'working' ? 'working-day' : 'day' };
  }
  if (counting === 'working') return null;
  const units: Partial<Record<keyof Duration, PeriodUnit>> = { years: 'year', months: 'month', hours: 'hour' };
  return units[unit] ? { amount, unit: units[unit] } : null;
}

/** Due dates of other engines: a date, a duration or an expression that gives a date. */
function vendorDue(node: Moddle, clock: ClockKind, { expressions, report }: Compilation): TaskRule['due'] {
  const source = vendorAttribute(node, 'dueDate') ?? zeebeProperty(node, 'taskSchedule', 'dueDate');
  if (source === undefined) return undefined;
  const place = { elementId: idOf(node), path: 'dueDate' };
  const duration = parseDuration(source);
  const whole = duration && isPositive(duration) ? wholeUnits(duration, 'calendar') : null;
  if (whole) return { ...whole, roll: 'none', clock };
  if (duration && isPositive(duration)) {
    const mixed = expressions.expression(`"${source}"`, place);
    return mixed && { duration: mixed, counting: 'calendar', roll: 'none', clock };
  }
  if (/^=|[$#]\{/.test(source) || parseInstant(source) !== null) {
    const at = expressions.expression(/^=|[$#]\{/.test(source) ? source : `"${source}"`, place);
    return at && { at, clock };
  }
  report.defect('WRONG_VALUE', `到期日 “${source}” 不是日期、时长或表达式`, idOf(node), 'dueDate');
  return undefined;
}
