import { Inject, Injectable } from '@nestjs/common';
import { ledgerCatalogue } from '../../../definitions/ledgers.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { platformReaders } from '../../../domain/platform-access.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import type { Subject } from '../dossiers/dossier.access.ts';
import { DossierReader } from '../dossiers/dossier.reader.ts';
import type { DossierLine } from '../dossiers/dossier.schema.ts';
import { LedgerQueries } from '../ledgers/ledger.queries.ts';
import type { LedgerFilter } from '../ledgers/ledger.schema.ts';
import { UnitPortraits } from './unit-portraits.ts';
import type { Portrait } from './portrait.schema.ts';

/** Small counts of these would point at who complained or who recorded (检举控告规则 44, 记录人保护). */
const sources = ['petition', 'meddling'];
/** Procedures whose cases know a source: a line keeps what it says, and nothing that leads there. */
const sourceProcedures = ['XinFangJuBao', 'XinFangBanLi', 'ChaShouGanYu', 'ChaShouChuZhi', 'ChaShouLingBaoGao'];

/** 画像: what is known of a person or a unit, brought together for whoever may read the dossier; each look is written down with its reason. */
@Injectable()
export class PortraitService {
  constructor(
    @Inject(DossierReader) private readonly dossiers: DossierReader,
    @Inject(LedgerQueries) private readonly ledgers: LedgerQueries,
    @Inject(UnitPortraits) private readonly units: UnitPortraits,
    @Inject(Database) private readonly database: Database,
  ) {}

  async look(subject: Subject, reason: string, caller: Caller): Promise<Portrait> {
    const dossier = await this.dossiers.read(subject, { history: false, portrait: `画像：${reason}` }, caller);
    if (dossier.as === 'subject') throw new CaseError('NOT_FOUND', '没有这份档案，或者您不在知悉范围内');
    const { kind, id, name, unit, title, as, sections, together, lines } = dossier;
    const platform = caller.posts.some(({ role }) => platformReaders.some((reader) => reader === role));
    return {
      kind,
      id,
      name,
      unit,
      title,
      as,
      sections,
      together,
      platform,
      lines: await this.withoutSources(lines),
      ledgers: await this.counted(caller, kind === 'unit' ? { unit: id } : { cadre: id }),
      units: platform ? await this.units.of(kind === 'unit' ? [id] : await this.headedBy(id)) : [],
    };
  }

  private async counted(caller: Caller, filter: LedgerFilter): Promise<Portrait['ledgers']> {
    const kinds = Object.keys(ledgerCatalogue).filter((kind) => !sources.includes(kind));
    const counted = await Promise.all(
      kinds.map(async (kind) => {
        const { total, open, overdue } = await this.ledgers.summary(kind, caller, filter);
        return { kind, total, open, overdue };
      }),
    );
    return counted.filter(({ total }) => total > 0);
  }

  /** Units of which somebody is head today. */
  private async headedBy(cadre: string): Promise<readonly string[]> {
    const rows = await this.database.rows<{ unit: string }>(
      `select distinct p.unit_id as unit from cadre_post p where p.cadre_id = $1 and p.standing = 'head'
         and p.since <= $2::date and (p.until is null or p.until >= $2::date)`,
      [cadre, civilDateOf(Date.now())],
    );
    return rows.map(({ unit }) => unit);
  }

  /** What leads to the case, the file or the person behind a line is left out where the case knows a source. */
  private async withoutSources(lines: readonly DossierLine[]): Promise<DossierLine[]> {
    const cases = lines.flatMap((line) => line.case?.id ?? []);
    const rows = await this.database.rows<{ id: string }>(
      'select id from case_view where id = any($1::text[]) and definition_key = any($2::text[])',
      [cases, sourceProcedures],
    );
    const hidden = new Set(rows.map(({ id }) => id));
    return lines.map((line) =>
      line.case && hidden.has(line.case.id) ? { ...line, case: null, by: null, document: null, files: [] } : line,
    );
  }
}
