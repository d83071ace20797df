import type { LinkKind } from '../domain/case-link.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';

/** What a column of JSON holds. */
type Stored = null | boolean | number | string | readonly Stored[] | { readonly [key: string]: Stored };

interface MovedRecord {
  readonly ledger: string;
  readonly id: string;
  readonly status: string;
  readonly data: Readonly<Record<string, Stored>>;
  readonly agency: string | null;
}

interface LinkedCase {
  readonly caseId: string;
  readonly number: string;
  readonly link: LinkKind;
}

/** Whether the one case has ended in the other. */
export async function isMergedInto(db: Queryable, caseId: string, into: string): Promise<boolean> {
  const rows = await db.query(`select 1 from link_view where case_id = $1 and other_id = $2 and kind = 'merged-into'`, [
    caseId,
    into,
  ]);
  return rows.length > 0;
}

/** What a case that was merged brings along: its records as they were, and what it was linked with. */
export async function broughtBy(db: Queryable, caseId: string, movedTo: string) {
  const [merged] = await db.query<{ number: string }[]>('select number from case_view where id = $1', [caseId]);
  const records = await db.query<MovedRecord[]>(
    `select ledger, id, data->>'was' as status, data - 'was' - 'movedTo' as data, agency
     from record_view where case_id = $1 and status = 'moved' and data->>'movedTo' = $2 order by ledger, created_at, id`,
    [caseId, movedTo],
  );
  const links = await db.query<LinkedCase[]>(
    `select other_id as "caseId", number, kind as link from link_view
     where case_id = $1 and not removed and kind <> 'merged-into' order by at, other_id`,
    [caseId],
  );
  return { number: merged?.number ?? caseId, records, links };
}

/** Who has stepped back from a case on this day. */
export async function recusedIn(db: Queryable, caseId: string, today: CivilDate): Promise<readonly string[]> {
  const rows = await db.query<{ user: string }[]>(
    `select distinct r.person_id as user from recusal r join case_view c on c.id = $1
     where r.state = 'approved' and not c.trial and recusal_of(r.person_id, c.family, $2::date) is not null order by 1`,
    [caseId, today],
  );
  return rows.map(({ user }) => user);
}

/** The chosen records of a case, whole. */
export function recordsOf(
  db: Queryable,
  caseId: string,
  refs: readonly { readonly ledger: string; readonly id: string }[],
): Promise<MovedRecord[]> {
  return db.query<MovedRecord[]>(
    `select r.ledger, r.id, r.status, r.data, r.agency
     from jsonb_to_recordset($2::jsonb) as chosen(ledger text, id text)
     join record_view r on r.case_id = $1 and r.ledger = chosen.ledger and r.id = chosen.id
     order by r.ledger, r.created_at, r.id`,
    [caseId, JSON.stringify(refs)],
  );
}

/** Attachments of a case are shown in another one as well. */
export async function shareAttachments(db: Queryable, ids: readonly string[], from: string, to: string): Promise<void> {
  await db.query(
    `insert into attachment_share (attachment_id, case_id)
     select id, $3 from attachments_of($2) where id = any($1) on conflict do nothing`,
    [ids, from, to],
  );
}
