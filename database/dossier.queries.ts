import type { Queryable } from './queryable.ts';

/** A line as it is filed; lines are never changed. */
export interface NewLine {
  readonly id: string;
  readonly subjectKind: 'cadre' | 'unit';
  /** Null: nobody registered. */
  readonly subjectId: string | null;
  readonly named: string | null;
  readonly section: string;
  readonly text: string;
  readonly happenedOn: string;
  readonly form: string | null;
  readonly document: string | null;
  readonly files: readonly string[];
  readonly source: 'case' | 'self' | 'keeper' | 'import';
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly procedure: string | null;
  readonly elementId: string | null;
  readonly step: string | null;
  readonly recordId: string | null;
  readonly eventAt: Date;
  readonly writtenAt: Date;
  readonly writtenBy: string | null;
  readonly kind: 'entry' | 'correction' | 'clarification' | 'withdrawal';
  readonly replaces: string | null;
  readonly reason: string | null;
}

/** Files a line; the same line twice is one. A unit's dossier begins with its first line, a person's is opened by the keeper. */
export async function fileLine(db: Queryable, line: NewLine): Promise<void> {
  if (line.subjectId !== null && line.subjectKind === 'unit')
    await openDossier(db, line.subjectKind, line.subjectId, line.happenedOn);
  await db.query(
    `insert into dossier_line (id, subject_kind, subject_id, named, section, text, happened_on, form, document, files, source,
       case_id, case_number, procedure, element_id, step, record_id, event_at, written_at, written_by, kind, replaces, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
     on conflict (id) do nothing`,
    [
      line.id,
      line.subjectKind,
      line.subjectId,
      line.named,
      line.section,
      line.text,
      line.happenedOn,
      line.form,
      line.document,
      line.files,
      line.source,
      line.caseId,
      line.caseNumber,
      line.procedure,
      line.elementId,
      line.step,
      line.recordId,
      line.eventAt,
      line.writtenAt,
      line.writtenBy,
      line.kind,
      line.replaces,
      line.reason,
    ],
  );
}

/** Opens a dossier unless it is open already; answers whether it was opened now. */
export async function openDossier(
  db: Queryable,
  kind: 'cadre' | 'unit',
  id: string,
  on: string,
  by: { readonly user: string | null; readonly caseId: string | null } = { user: null, caseId: null },
): Promise<boolean> {
  const rows = await db.query<unknown[]>(
    `insert into dossier (subject_kind, subject_id, opened_on, opened_by, case_id) values ($1, $2, $3, $4, $5)
     on conflict (subject_kind, subject_id) do nothing returning subject_id`,
    [kind, id, on, by.user, by.caseId],
  );
  return rows.length > 0;
}

/** Whom a name means: a person by id or account, else a unit; null when nobody registered is called so. */
export async function subjectNamed(
  db: Queryable,
  name: string,
): Promise<{ readonly kind: 'cadre' | 'unit'; readonly id: string } | null> {
  const [row] = await db.query<{ kind: 'cadre' | 'unit'; id: string }[]>(
    `select 'cadre' as kind, id from cadre where id = $1 or account = $1
     union all select 'unit', agency_id from unit where agency_id = $1 limit 1`,
    [name],
  );
  return row ?? null;
}

export interface KnownLine {
  readonly id: string;
  readonly text: string;
  readonly section: string;
  readonly form: string | null;
  readonly kind: string;
}

/** The line in force that a record of a case has left about a subject. */
export async function lineOfRecord(
  db: Queryable,
  of: { readonly caseId: string; readonly recordId: string; readonly kind: string; readonly subject: string | null },
): Promise<KnownLine | null> {
  const [row] = await db.query<KnownLine[]>(
    `select l.id, l.text, l.section, l.form, l.kind from dossier_line l
     where l.case_id = $1 and l.record_id = $2 and l.subject_kind = $3 and l.subject_id is not distinct from $4
       and l.kind <> 'clarification'
       and not exists (select from dossier_line n where n.replaces = l.id and n.kind <> 'clarification')
     order by l.written_at desc limit 1`,
    [of.caseId, of.recordId, of.kind, of.subject],
  );
  return row ?? null;
}
