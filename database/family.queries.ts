import type { Queryable } from './queryable.ts';

/** A family of cases as waiting for its rest needs it. */
export interface Family {
  /** Ids of all cases of the family, ended ones too. */
  members(): Promise<readonly string[]>;
  /** Deliveries of the family that are under way. */
  pendingDeliveries(): Promise<number>;
}

export function familyOf(db: Queryable, family: string): Family {
  return {
    async members() {
      const rows = await db.query<{ id: string }[]>(
        'select id from case_view where family = $1 order by opened_at, id',
        [family],
      );
      return rows.map(({ id }) => id);
    },
    async pendingDeliveries() {
      const [row] = await db.query<{ pending: number }[]>(
        'select count(*)::int as pending from delivery where family = $1 and done_at is null',
        [family],
      );
      return row?.pending ?? 0;
    },
  };
}
