import { civilDateOf, daysBetween, startOfDay } from '../../domain/civil-date.ts';
import { addDuration, parseDuration, type Duration } from '../../domain/duration.ts';
import type { DeadlineRule } from '../../domain/period.ts';
import type { Instant } from '../../domain/time.ts';
import type { Json } from '../command.ts';
import { Stuck } from '../stuck.ts';

type Manner = Pick<DeadlineRule, 'roll' | 'clock'> & { readonly counting: 'calendar' | 'working' | 'hours' };
const hour = 3_600_000;

/** A duration that an expression gave, as a rule; one of mixed units is measured from now. Throws Stuck. */
export function ruleFromText(value: Json, { counting, roll, clock }: Manner, now: Instant): DeadlineRule {
  const duration = typeof value === 'string' ? parseDuration(value) : null;
  if (!duration || Object.values(duration).some((part) => part < 0)) {
    throw new Stuck('BAD_DURATION', `期限“${JSON.stringify(value)}”不是 ISO 8601 时长`, '更正期限所用的变量后重试');
  }
  return { ...amountOf(duration, counting, now), roll, clock };
}

function amountOf(
  duration: Duration,
  counting: Manner['counting'],
  now: Instant,
): Pick<DeadlineRule, 'amount' | 'unit'> {
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  const [inMonths, inDays] = [years * 12 + months, weeks * 7 + days];
  if (counting === 'hours' || hours || minutes || seconds) {
    return { amount: (addDuration(now, duration) - now) / hour, unit: 'hour' };
  }
  if (inMonths === 0) return { amount: inDays, unit: counting === 'working' ? 'working-day' : 'day' };
  if (inDays === 0) return { amount: inMonths, unit: 'month' };
  const today = civilDateOf(now);
  return { amount: daysBetween(today, civilDateOf(addDuration(startOfDay(today), duration))), unit: 'day' };
}
