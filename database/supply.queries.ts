import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

export interface Supplied {
  readonly batch: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
}

/**
 * Whether batch `b` of source `s` brought a period: it came on the period's last day or later, so that what comes in between is
 * not taken for the whole, and holds sound rows of the period where the source's rows have a day. A batch that was refused is not
 * there at all.
 */
const brings = (from: string, to: string): string => `
  (b.received_at at time zone 'Asia/Shanghai')::date >= ${to}
  and (s.day_field is null and exists (select from data_row r where r.batch_id = b.id and r.status in ('accepted', 'unchanged', 'superseded'))
    or exists (select from data_row r where r.batch_id = b.id and r.status in ('accepted', 'unchanged', 'superseded')
      and r.occurred_on between ${from} and ${to}))`;

const quality = `b.id as batch, (b.quality->>'rows')::int as rows,
  ((b.quality->>'accepted')::int + (b.quality->>'unchanged')::int) as accepted, (b.quality->>'quarantined')::int as quarantined`;

/** The first batch that brought a source's data of a period. */
export async function suppliedIn(
  db: Queryable,
  { source, from, to }: { readonly source: string; readonly from: CivilDate; readonly to: CivilDate },
): Promise<Supplied | null> {
  const [found] = await db.query<Supplied[]>(
    `select ${quality} from data_batch b join data_source s on s.id = b.source_id
     where s.id = $1 and ${brings('$2::date', '$3::date')} order by b.received_at limit 1`,
    [source, from, to],
  );
  return found ?? null;
}

/** A case that waits for data which have come meanwhile. */
export interface Awaited {
  readonly caseId: string;
  /** Of the waiting: told twice, it hears once. */
  readonly instance: string;
  readonly source: string;
  readonly periodFrom: CivilDate;
  readonly periodTo: CivilDate;
}

/** The message by which a case hears of them. */
export const batchAccepted = 'BatchAccepted';

const isDay = (name: string): string => `w.correlation->>'${name}' ~ '^\\d{4}-\\d{2}-\\d{2}$'`;

/** At most a hundred at once: whoever asks comes again. */
export function awaitedNow(db: Queryable): Promise<Awaited[]> {
  return db.query<Awaited[]>(
    `select w.case_id as "caseId", w.instance_id as instance, w.correlation->>'source' as source,
       w.correlation->>'periodFrom' as "periodFrom", w.correlation->>'periodTo' as "periodTo"
     from wait_view w join case_view c on c.id = w.case_id and c.status = 'running'
       join data_source s on s.id = w.correlation->>'source'
     where w.kind = 'message' and w.name = $1 and not w.trial
       and case when ${isDay('periodFrom')} and ${isDay('periodTo')} then
         exists (select from data_batch b where b.source_id = s.id
           and ${brings(`(w.correlation->>'periodFrom')::date`, `(w.correlation->>'periodTo')::date`)}) end
     order by w.case_id limit 100`,
    [batchAccepted],
  );
}
