import { recusalReasons } from '../domain/recusal.ts';
import type { RecusalReason } from '../domain/recusal.ts';
import type { CivilDate } from '../domain/time.ts';
import type { Queryable } from './queryable.ts';
import { tiesOf } from './registry.queries.ts';

/** Accounts of those who keep dossiers on a day. */
export async function keepersOn(db: Queryable, on: CivilDate): Promise<string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select k.person_id as id from dossier_keeper k join person p on p.id = k.person_id and p.active
     where k.since <= $1::date and (k.until is null or k.until >= $1::date) order by k.since, k.person_id`,
    [on],
  );
  return rows.map(({ id }) => id);
}

/** Closes an open dossier; false when there is none, or it is closed. */
export async function sealDossier(
  db: Queryable,
  { kind, id, on, by, reason }: { kind: 'cadre' | 'unit'; id: string; on: CivilDate; by: string; reason: string },
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `update dossier set sealed_on = $3, sealed_by = $4, seal_reason = $5
     where subject_kind = $1 and subject_id = $2 and sealed_on is null returning subject_id`,
    [kind, id, on, by, reason],
  );
  return rows.length > 0;
}

interface NewLeave {
  readonly id: string;
  readonly readers: readonly string[];
  readonly subjects: readonly string[];
  readonly sections: readonly string[] | null;
  readonly purpose: string;
  readonly approvedBy: string | null;
  readonly givenAt: Date;
  readonly until: Date;
  readonly caseId: string;
}

export async function giveLeave(db: Queryable, leave: NewLeave): Promise<void> {
  await db.query(
    `insert into dossier_grant (id, readers, subjects, sections, purpose, approved_by, given_at, until, case_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
    [
      leave.id,
      leave.readers,
      leave.subjects,
      leave.sections,
      leave.purpose,
      leave.approvedBy,
      leave.givenAt,
      leave.until,
      leave.caseId,
    ],
  );
}

const reasonWords: Readonly<Record<RecusalReason, string>> = {
  self: '本人',
  'same-unit': '同单位任职',
  'served-together': '近三年曾同单位任职',
  'in-charge': '分管领导',
  subordinate: '下属',
};

/** Which readers must step back from which subjects, in words; empty when none. */
export async function conflictsOf(
  db: Queryable,
  readers: readonly string[],
  subjects: readonly string[],
  on: CivilDate,
): Promise<string[]> {
  const about = await tiesOf(db, subjects, on);
  const found: string[] = [];
  for (const reader of readers) {
    const [one] = await tiesOf(db, [reader], on);
    for (const subject of about) {
      const [decided] = await db.query<{ recused: boolean }[]>(`select recused_from($1, 'cadre', $2, $3) as recused`, [
        reader,
        subject.id,
        on,
      ]);
      const reasons = (one ? recusalReasons(one, subject, on) : []).map((reason) => reasonWords[reason]);
      const all = decided?.recused ? [...reasons, '已决定回避'] : reasons;
      if (all.length > 0) found.push(`${one?.name ?? reader}—${subject.name}（${all.join('、')}）`);
    }
  }
  return found;
}

interface LineInForce {
  readonly id: string;
  readonly subjectKind: 'cadre' | 'unit';
  readonly subjectId: string | null;
  readonly section: string;
  readonly text: string;
  readonly happenedOn: string;
  readonly form: string | null;
}

/** A line that nothing has replaced. */
export async function lineById(db: Queryable, id: string): Promise<LineInForce | null> {
  const [row] = await db.query<LineInForce[]>(
    `select l.id, l.subject_kind as "subjectKind", l.subject_id as "subjectId", l.section, l.text,
       l.happened_on::text as "happenedOn", l.form
     from dossier_line l where l.id = $1 and l.kind <> 'withdrawal'
       and not exists (select from dossier_line n where n.replaces = l.id and n.kind <> 'clarification')`,
    [id],
  );
  return row ?? null;
}

/** How many lines in force a dossier has in each section, and of each of the four forms. */
export async function summaryOf(db: Queryable, kind: string, id: string) {
  const [row] = await db.query<{ lines: Record<string, number>; forms: Record<string, number> }[]>(
    `with valid as (select l.section, l.form from dossier_line l
       where l.subject_kind = $1 and l.subject_id = $2 and l.kind <> 'withdrawal'
         and not exists (select from dossier_line n where n.replaces = l.id and n.kind <> 'clarification'))
     select coalesce((select jsonb_object_agg(section, n) from (select section, count(*) as n from valid group by section) s), '{}') as lines,
       coalesce((select jsonb_object_agg(form, n) from (select form, count(*) as n from valid where form is not null group by form) f), '{}') as forms`,
    [kind, id],
  );
  return row ?? { lines: {}, forms: {} };
}
