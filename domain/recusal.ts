import { addMonths } from './civil-date.ts';
import { overlap } from './registry.ts';
import type { Span } from './registry.ts';
import type { CivilDate } from './time.ts';

/** What of a person decides about a recusal: posts held and units in charge of. */
export interface Tied {
  readonly id: string;
  readonly units: readonly (Span & { readonly id: string })[];
  readonly charges: readonly string[];
}

/** Why somebody has to step back from a matter of another (监察法 67): the ties that the registry knows. */
export type RecusalReason = 'self' | 'same-unit' | 'served-together' | 'in-charge' | 'subordinate';

/** Months back in which having served side by side still counts (默认值 D). */
const memory = 36;

export function recusalReasons(one: Tied, subject: Tied, on: CivilDate): readonly RecusalReason[] {
  if (one.id === subject.id) return ['self'];
  const now: Span = { since: on, until: on };
  const lately: Span = { since: addMonths(on, -memory), until: on };
  const shared = (span: Span): boolean =>
    one.units.some((mine) =>
      subject.units.some(
        (theirs) => mine.id === theirs.id && overlap(mine, theirs) && overlap(mine, span) && overlap(theirs, span),
      ),
    );
  const servesIn = ({ units }: Tied, ids: readonly string[]): boolean =>
    units.some((unit) => ids.includes(unit.id) && overlap(unit, now));
  return [
    ...(shared(now) ? (['same-unit'] as const) : shared(lately) ? (['served-together'] as const) : []),
    ...(servesIn(subject, one.charges) ? (['in-charge'] as const) : []),
    ...(servesIn(one, subject.charges) ? (['subordinate'] as const) : []),
  ];
}
