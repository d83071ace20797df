import type { PeriodList } from '../../../api/rules/rule.schema.ts';
import type { Words } from '../words/zh.ts';

type Period = PeriodList['items'][number];

/** How long a period is, in words; where the law gives no number, the default that counts instead. */
export function lengthText({ mechanisms, rules }: Words, period: Period): string {
  const { value, fallback, parts, unit, before } = period;
  const of = (amount: number): string => mechanisms.units[unit]?.(amount) ?? `${amount} ${unit}`;
  const said = (amount: number): string =>
    amount === 0 ? mechanisms.sameDay : before ? mechanisms.before(of(amount)) : of(amount);
  if (value !== null) return said(value);
  if (fallback !== undefined) return rules.byDefault(said(fallback));
  return Object.entries(parts ?? {})
    .map(([name, amount]) => `${name} ${of(amount)}`)
    .join('、');
}
