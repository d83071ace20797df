import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Absence, AbsenceQuery } from './absence.schema.ts';

type AbsenceRow = Omit<Absence, 'enteredAt' | 'cancelledAt'> & {
  readonly enteredAt: number;
  readonly cancelledAt: number | null;
};

const columns = `b.id, b.person_id as "personId", p.name as "personName", b.since, b.until, b.kind, b.note,
  b.entered_by as "enteredBy", b.entered_at as "enteredAt", b.cancelled_at as "cancelledAt",
  (select coalesce(jsonb_agg(distinct jsonb_build_object('user', e.id, 'name', e.name)), '[]')
   from deputy d join person e on e.id = d.deputy_id and e.active
   where d.principal_id = b.person_id and d.revoked_at is null and d.since <= b.until and d.until >= b.since) as deputies`;
const from = 'absence b join person p on p.id = b.person_id';

@Injectable()
export class AbsenceQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list({ personId, agency, on, limit, cursor }: AbsenceQuery) {
    const where = new Conditions();
    if (personId) where.add(`b.person_id = ${where.bind(personId)}`);
    if (agency) where.add(`p.agency_id = ${where.bind(agency)}`);
    if (on) where.add(`b.cancelled_at is null and ${where.bind(on)}::date between b.since and b.until`);
    return this.pages.page<AbsenceRow>({
      columns,
      from,
      where,
      sort: 'b.since::text',
      type: 'text',
      id: 'b.id::text',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

export const absenceOf = (row: AbsenceRow): Absence => ({
  ...row,
  enteredAt: isoOf(row.enteredAt),
  cancelledAt: row.cancelledAt === null ? null : isoOf(row.cancelledAt),
});

export async function absenceFor(db: Queryable, id: string): Promise<Absence | undefined> {
  const [row] = await db.query<AbsenceRow[]>(`select ${columns} from ${from} where b.id::text = $1 for update of b`, [
    id,
  ]);
  return row && absenceOf(row);
}

type AbsencePlan = Pick<Absence, 'personId' | 'since' | 'until' | 'note'> & { readonly kind: string };

export async function insertAbsence(db: Queryable, plan: AbsencePlan, by: string): Promise<string> {
  const { personId, since, until, kind, note } = plan;
  const [row] = await db.query<{ id: string }[]>(
    `insert into absence (person_id, since, until, kind, note, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [personId, since, until, kind, note, by, new Date()],
  );
  if (!row) throw new Error('the absence was not inserted');
  return row.id;
}

export async function cancelAbsence(db: Queryable, id: string, by: string): Promise<void> {
  await db.query('update absence set cancelled_at = $2, cancelled_by = $3 where id = $1', [id, new Date(), by]);
}

export async function overlapping(db: Queryable, { personId, since, until }: AbsencePlan): Promise<boolean> {
  const [row] = await db.query<unknown[]>(
    `select from absence where person_id = $1 and cancelled_at is null and since <= $3::date and until >= $2::date`,
    [personId, since, until],
  );
  return row !== undefined;
}
