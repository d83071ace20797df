import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { dossierRules } from '../../../definitions/dossier.ts';
import { lineById, sealDossier } from '../../../database/dossier.acts.ts';
import { fileLine, openDossier, subjectNamed } from '../../../database/dossier.queries.ts';
import type { NewLine } from '../../../database/dossier.queries.ts';
import type { Queryable } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { refusal } from '../../../domain/registry.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { Subject } from './dossier.access.ts';

export interface WrittenLine {
  readonly section: string;
  readonly text: string;
  readonly on: string;
  readonly document?: string | undefined;
  readonly form?: string | undefined;
}

/** What the keeper writes: always a line more, never another line. */
@Injectable()
export class DossierKeeping {
  constructor(@Inject(Database) private readonly database: Database) {}

  async open({ kind, id: name }: Subject, on: string, caller: Caller): Promise<Subject> {
    return this.database.transaction(async (db) => {
      const subject = await registered(db, kind, name);
      const by = { user: caller.user, caseId: null };
      if (!(await openDossier(db, subject.kind, subject.id, on, by)))
        throw new CaseError('DOSSIER_EXISTS', '这份档案已经建立');
      return subject;
    });
  }

  async seal({ kind, id }: Subject, { on, reason }: { on: string; reason: string }, caller: Caller): Promise<void> {
    const sealed = await this.database.transaction((db) => sealDossier(db, { kind, id, on, by: caller.user, reason }));
    if (!sealed) throw new CaseError('NOT_OPEN', '这份档案没有建立，或者已经封存');
  }

  write(subject: Subject, line: WrittenLine, caller: Caller, source: 'keeper' | 'import' = 'keeper'): Promise<string> {
    return this.database.transaction((db) => this.writeIn(db, subject, line, { caller, source }));
  }

  async writeIn(
    db: Queryable,
    subject: Subject,
    line: WrittenLine,
    { caller, source, id = randomUUID() }: { caller: Caller; source: 'keeper' | 'import'; id?: string },
  ): Promise<string> {
    refuseForeignSection(subject.kind, line.section);
    await fileLine(db, {
      ...frame(caller),
      ...contentOf(line),
      id,
      source,
      subjectKind: subject.kind,
      subjectId: subject.id,
    });
    return id;
  }

  /** A slip of the keeper's own pen. What a procedure left is corrected by a procedure. */
  async correct(
    id: string,
    subject: Subject,
    { text, reason }: { text: string; reason: string },
    caller: Caller,
  ): Promise<string> {
    return this.database.transaction(async (db) => {
      const known = await lineById(db, id);
      if (!known || known.subjectId !== subject.id || known.subjectKind !== subject.kind)
        throw new CaseError('NOT_FOUND', '没有这条记录，或者它已被更正');
      const [row] = await db.query<{ source: string }[]>('select source from dossier_line where id = $1', [id]);
      if (row?.source !== 'keeper' && row?.source !== 'import')
        throw new CaseError('NOT_THE_KEEPERS', '程序形成或本人填报的记录，须经更正程序办理');
      const next = randomUUID();
      await fileLine(db, {
        ...frame(caller),
        id: next,
        subjectKind: known.subjectKind,
        subjectId: known.subjectId,
        section: known.section,
        text,
        happenedOn: known.happenedOn,
        form: known.form,
        document: null,
        files: [],
        source: 'keeper',
        kind: 'correction',
        replaces: id,
        reason,
      });
      return next;
    });
  }

  /** The keeper has found out who was meant. */
  async assign(line: string, { kind, id: name }: Subject): Promise<void> {
    await this.database.transaction(async (db) => {
      const subject = await registered(db, kind, name);
      const rows = await db.query<{ on: string }[]>(
        `update dossier_line set subject_kind = $2, subject_id = $3 where id = $1 and subject_id is null
         returning happened_on as on`,
        [line, subject.kind, subject.id],
      );
      const [found] = rows;
      if (!found) throw new CaseError('NOT_FOUND', '没有这条待认领的记录');
      if (subject.kind === 'unit') await openDossier(db, subject.kind, subject.id, found.on);
    });
  }
}

async function registered(db: Queryable, kind: Subject['kind'], name: string): Promise<Subject> {
  const found = await subjectNamed(db, name);
  if (!found || found.kind !== kind) throw refusal('NOT_REGISTERED', `名册中没有“${name}”`, 'subject');
  return found;
}

function refuseForeignSection(kind: Subject['kind'], section: string): void {
  if (dossierRules.sections[section]?.of.includes(kind)) return;
  throw refusal('WRONG_SECTION', '这一类档案没有此项内容', 'section');
}

const contentOf = ({ section, text, on, document, form }: WrittenLine) => ({
  section,
  text,
  happenedOn: on,
  document: document ?? null,
  form: form ?? null,
  files: [],
});

/** A line that a person writes now. */
function frame({ user }: Caller) {
  const now = new Date();
  const of: Pick<NewLine, 'caseId' | 'caseNumber' | 'procedure' | 'elementId' | 'step' | 'recordId' | 'named'> = {
    caseId: null,
    caseNumber: null,
    procedure: null,
    elementId: null,
    step: null,
    recordId: null,
    named: null,
  };
  return {
    ...of,
    eventAt: now,
    writtenAt: now,
    writtenBy: user,
    kind: 'entry' as const,
    replaces: null as string | null,
    reason: null as string | null,
  };
}

export const todayOr = (day: string | undefined): string => day ?? civilDateOf(Date.now());
