import { fileLine, lineOfRecord, subjectNamed } from '../../database/dossier.queries.ts';
import type { NewLine } from '../../database/dossier.queries.ts';
import type { Queryable } from '../../database/queryable.ts';
import { civilDateOf, isCivilDate } from '../../domain/civil-date.ts';
import type { Json, Variables } from '../../engine/command.ts';
import type { DossierRecord } from '../../workflows/case/outbox.ts';

interface Sent {
  readonly caseId: string;
  readonly payload: DossierRecord;
  /** The case's clock at the step. */
  readonly at: Date;
}

/** States of a record in which what it said is taken back. */
const takenBack: ReadonlySet<string> = new Set(['void', 'cancelled']);

/**
 * Files a record of the ledger `dossier`: one line for each subject. Whatever a procedure wrote is filed, what is not as it
 * should be as well: a line that nobody can be found for waits for the keeper, it is not lost.
 */
export async function fileRecord(db: Queryable, { caseId, payload, at }: Sent): Promise<void> {
  const { data } = payload.record;
  const [found] = await db.query<{ number: string }[]>('select number from case_view where id = $1', [caseId]);
  const named = textsOf(data['subject']);
  for (const [index, name] of (named.length > 0 ? named : [null]).entries()) {
    await fileOne(db, { caseId, payload, at }, { name, index, caseNumber: found?.number ?? null });
  }
}

async function fileOne(
  db: Queryable,
  { caseId, payload, at }: Sent,
  { name, index, caseNumber }: { name: string | null; index: number; caseNumber: string | null },
): Promise<void> {
  const { record, seq, actor, procedure, step } = payload;
  const { data } = record;
  const subject = name === null ? null : await subjectNamed(db, name);
  const kind = subject?.kind ?? (data['kind'] === 'unit' ? 'unit' : 'cadre');
  const known = await lineOfRecord(db, { caseId, recordId: record.id, kind, subject: subject?.id ?? null });
  const content = contentOf(data, record.at);
  const isTakenBack = takenBack.has(record.status);
  if (isTakenBack && (known === null || known.kind === 'withdrawal')) return;
  const isSame =
    known !== null && known.text === content.text && known.section === content.section && known.form === content.form;
  if (isSame && !isTakenBack) return;
  await fileLine(db, {
    ...content,
    id: `${caseId}:${record.id}:${seq}.${index}`,
    subjectKind: kind,
    subjectId: subject?.id ?? null,
    named: subject ? null : (name ?? textOf(data['named'])),
    source: data['source'] === 'self' ? 'self' : 'case',
    caseId,
    caseNumber,
    procedure,
    elementId: record.elementId,
    step,
    recordId: record.id,
    eventAt: at,
    writtenAt: new Date(),
    writtenBy: actor,
    kind: isTakenBack ? 'withdrawal' : known ? 'correction' : 'entry',
    replaces: known?.id ?? null,
    reason: known ? (textOf(data['reason']) ?? '程序中重新办理') : null,
  });
}

type Content = Pick<NewLine, 'section' | 'text' | 'happenedOn' | 'form' | 'document' | 'files'>;

function contentOf(data: Variables, at: number): Content {
  const on = textOf(data['on']);
  return {
    section: textOf(data['section']) ?? 'basics',
    text: textOf(data['text']) ?? JSON.stringify(data),
    happenedOn: on !== null && isCivilDate(on) ? on : civilDateOf(at),
    form: textOf(data['form']),
    document: textOf(data['document']),
    files: textsOf(data['files']),
  };
}

const textOf = (value: Json | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null);

const textsOf = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '');
