import { Inject, Injectable } from '@nestjs/common';
import { civilDateOf, addMonths } from '../../../domain/civil-date.ts';
import { isoOf } from '../../../domain/instant.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Reading } from '../../../domain/dossier-access.ts';
import type { Caller } from '../access/caller.ts';
import { RefusedLooks } from '../access/refused-looks.ts';
import { Database } from '../database.ts';
import { DossierAccess } from './dossier.access.ts';
import type { Subject } from './dossier.access.ts';
import { DossierQueries } from './dossier.queries.ts';
import type { EntryRow } from './dossier.queries.ts';
import type { Dossier, DossierEntry, DossierList, DossierLookList, DossierQuery, ReadQuery } from './dossier.schema.ts';
import { GrantQueries } from './grant.queries.ts';

const hidden = () => new CaseError('NOT_FOUND', '没有这份档案，或者您不在知悉范围内');

/** As the access log names them. */
const routeOf = {
  dossier: 'GET /api/dossiers/:kind/:subject',
  portrait: 'POST /api/dossiers/:kind/:subject/portrait',
};

/** Reads dossiers, and writes down every look before anything is shown. */
@Injectable()
export class DossierReader {
  constructor(
    @Inject(DossierAccess) private readonly access: DossierAccess,
    @Inject(DossierQueries) private readonly queries: DossierQueries,
    @Inject(GrantQueries) private readonly grants: GrantQueries,
    @Inject(RefusedLooks) private readonly refusals: RefusedLooks,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** The keeper's index of everybody; others find what they have leave for, and themselves. */
  async list(caller: Caller, query: DossierQuery): Promise<DossierList> {
    const today = civilDateOf(Date.now());
    const only = (await this.access.isKeeper(caller)) ? null : await this.readable(caller, query.kind);
    const { rows, ...page } = await this.queries.list(only, query, today);
    return { ...page, items: rows.map((row) => entryOf(row, today)) };
  }

  /** `portrait`: why a portrait is looked at, which the subject himself may not. */
  async read(
    subject: Subject,
    { section, history, portrait }: ReadQuery & { readonly portrait?: string },
    caller: Caller,
  ): Promise<Dossier> {
    const reading = await this.access.readingOf(caller, subject);
    if (!reading || (portrait !== undefined && reading.as === 'subject')) {
      await this.refusals.dossier(caller, subject, portrait === undefined ? routeOf.dossier : routeOf.portrait);
      throw hidden();
    }
    const today = civilDateOf(Date.now());
    const head = await this.queries.head(subject, today);
    if (!head) throw hidden();
    const sections = section === undefined ? reading.sections : reading.sections.filter((one) => one === section);
    const lines = await this.queries.lines(subject, sections, history && reading.as !== 'subject');
    const leave = reading.grant === null ? null : await this.grants.one(reading.grant, caller);
    const purpose = [leave?.purpose, portrait].filter((one) => one !== undefined).join('；') || null;
    await this.writeLook(caller, subject, { reading, sections, lines: lines.length, purpose });
    return {
      kind: subject.kind,
      id: subject.id,
      name: head.name,
      unit: head.unit,
      title: head.title,
      openedOn: head.openedOn,
      sealedOn: head.sealedOn,
      sealReason: head.sealReason,
      as: reading.as,
      sections: [...sections],
      together: [...reading.together],
      lines: lines.map(({ eventAt, writtenAt, ...line }) => ({
        ...line,
        eventAt: isoOf(eventAt),
        writtenAt: isoOf(writtenAt),
      })),
      grant: leave,
      mayKeep: reading.as === 'keeper',
    };
  }

  /** Who has looked: for the keeper and the leader in charge, never for the subject. */
  async looks(subject: Subject, query: { limit: number; cursor?: string | undefined }): Promise<DossierLookList> {
    const { rows, ...page } = await this.queries.looks(subject, query);
    return { ...page, items: rows.map(({ at, ...look }) => ({ ...look, at: isoOf(at) })) };
  }

  private async readable(caller: Caller, kind: 'cadre' | 'unit'): Promise<readonly string[]> {
    const [own, granted] = await Promise.all([this.access.own(caller), this.grants.subjectsOpenTo(caller, kind)]);
    return [...granted, ...(kind === 'cadre' && own !== null ? [own] : [])];
  }

  private async writeLook(
    { user }: Caller,
    { kind, id }: Subject,
    look: { reading: Reading; sections: readonly string[]; lines: number; purpose: string | null },
  ): Promise<void> {
    const partner = look.reading.grant === null ? null : await this.grants.partnerOf(look.reading.grant, user);
    await this.database.rows(
      `insert into dossier_look (person_id, with_person, subject_kind, subject_id, sections, lines, as_what, grant_id, purpose, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        user,
        partner,
        kind,
        id,
        look.sections,
        look.lines,
        look.reading.as,
        look.reading.grant,
        look.purpose,
        new Date(),
      ],
    );
  }
}

function entryOf({ keptSince, changedAt, ...row }: EntryRow, today: string): DossierEntry {
  const dueOn = keptSince === null || row.openedOn !== null ? null : addMonths(keptSince, 1);
  return {
    ...row,
    changedAt: changedAt === null ? null : isoOf(changedAt),
    dueOn,
    missing: dueOn !== null && dueOn < today,
  };
}
