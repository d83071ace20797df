import { addDays, daysBetween } from '../../../domain/civil-date.ts';
import type { CivilDate } from '../../../domain/time.ts';
import type { Load } from './what-if.schema.ts';

/** A Monday. */
const epoch: CivilDate = '2024-01-01';

/** The Monday of the week of a day. */
export function weekOf(day: CivilDate): CivilDate {
  const days = daysBetween(epoch, day);
  return addDays(epoch, Math.floor(days / 7) * 7);
}

interface Row {
  name: string | null;
  readonly before: Record<string, number>;
  readonly after: Record<string, number>;
}

/** How many tasks fall due in which week, by whatever they are counted by. */
export class LoadTable {
  readonly #rows = new Map<string, Row>();

  constructor(private readonly today: CivilDate) {}

  count(side: 'before' | 'after', key: string | null, dueOn: CivilDate | null, name: string | null = null): void {
    if (key === null) return;
    const row = this.#rows.get(key) ?? { name, before: {}, after: {} };
    this.#rows.set(key, row);
    const week = dueOn === null ? 'none' : dueOn < this.today ? 'overdue' : weekOf(dueOn);
    row[side][week] = (row[side][week] ?? 0) + 1;
  }

  result(): Load {
    return [...this.#rows]
      .map(([key, row]) => ({ key, ...row }))
      .toSorted((one, other) => (one.key < other.key ? -1 : 1));
  }
}
