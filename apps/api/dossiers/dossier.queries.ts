import { Inject, Injectable } from '@nestjs/common';
import { dossierRules } from '../../../definitions/dossier.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { containing } from '../registry/containing.ts';
import type { Subject } from './dossier.access.ts';
import type { DossierEntry, DossierLine, DossierQuery } from './dossier.schema.ts';

export type EntryRow = Omit<DossierEntry, 'changedAt' | 'missing' | 'dueOn'> & {
  readonly changedAt: number | null;
  /** First day of a post for which a dossier is kept; null when none is held. */
  readonly keptSince: CivilDate | null;
};
export type LineRow = Omit<DossierLine, 'eventAt' | 'writtenAt'> & {
  readonly eventAt: number;
  readonly writtenAt: number;
};
interface LookRow {
  readonly id: number;
  readonly person: { readonly id: string; readonly name: string };
  readonly with: { readonly id: string; readonly name: string } | null;
  readonly sections: string[];
  readonly lines: number;
  readonly as: string;
  readonly purpose: string | null;
  readonly at: number;
}

/** A person by name, as `jsonb`. */
export const named = (id: string): string =>
  `case when ${id} is null then null else jsonb_build_object('id', ${id}, 'name', coalesce((select n.name from person n where n.id = ${id}), ${id})) end`;

const held = (day: string): string => `p.since <= ${day}::date and (p.until is null or p.until >= ${day}::date)`;

/** Placeholders of the day, and of the posts and levels for which dossiers are kept. */
interface Bound {
  readonly day: string;
  readonly kept: string;
  readonly levels: string;
}

/** The subjects of one kind with their names and posts on a day; those without a dossier too. */
const subjects = {
  cadre: ({ day, kept, levels }: Bound) => `(
    select 'cadre' as kind, c.id, c.name, w.unit, w.title, c.until is not null and c.until < ${day}::date as gone,
      (select min(p.since) from cadre_post p where p.cadre_id = c.id and p.standing = any(${kept}::text[]) and ${held(day)}
         and c.managed_by = any(${levels}::text[])) as kept_since
    from cadre c left join lateral (
      select (select t.name from unit_term t where t.unit_id = p.unit_id and t.since <= ${day}::date order by t.since desc limit 1) as unit,
        p.title
      from cadre_post p where p.cadre_id = c.id and ${held(day)}
      order by array_position(array['head', 'leader', 'member'], p.standing), p.since desc limit 1) w on true)`,
  unit: ({ day }: Bound) => `(
    select 'unit' as kind, u.agency_id as id, t.name, null::text as unit, null::text as title, u.until is not null and u.until < ${day}::date as gone,
      null::date as kept_since
    from unit u join lateral (select * from unit_term o where o.unit_id = u.agency_id and o.since <= greatest(${day}::date, u.since)
      order by o.since desc limit 1) t on true)`,
};

/** Dossiers and their lines. */
@Injectable()
export class DossierQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** All subjects for the keeper; for others those whose ids are named. */
  list(only: readonly string[] | null, { kind, q, state, limit, cursor }: DossierQuery, on: CivilDate) {
    const where = new Conditions();
    const kept = where.bind(dossierRules.kept.standings);
    const levels = where.bind(dossierRules.kept.levels);
    const day = where.bind(on);
    if (only) where.add(`s.id = any(${where.bind(only)}::text[])`);
    if (state === 'open') where.add('d.opened_on is not null and d.sealed_on is null');
    if (state === 'sealed') where.add('d.sealed_on is not null');
    if (state === 'missing') where.add('d.opened_on is null and s.kept_since is not null');
    if (q) {
      const pattern = where.bind(containing(q));
      where.add(`s.name ilike ${pattern} or s.id ilike ${pattern} or s.unit ilike ${pattern}`);
    }
    const source = kind === 'cadre' ? subjects.cadre({ day, kept, levels }) : subjects.unit({ day, kept, levels });
    return this.pages.page<EntryRow>({
      columns: `s.kind, s.id, s.name, s.unit, s.title, d.opened_on as "openedOn", d.sealed_on as "sealedOn",
        (select count(*)::int from dossier_line l where l.subject_kind = s.kind and l.subject_id = s.id) as lines,
        (select max(l.written_at) from dossier_line l where l.subject_kind = s.kind and l.subject_id = s.id) as "changedAt",
        s.kept_since as "keptSince"`,
      from: `${source} s left join dossier d on d.subject_kind = s.kind and d.subject_id = s.id
        cross join (select ${kept}::text[], ${levels}::text[], ${day}::date) as bound`,
      where,
      sort: 's.id',
      type: 'text',
      id: 's.id',
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  head({ kind, id }: Subject, on: CivilDate) {
    const bound = { day: '$1', levels: '$2', kept: '$3' };
    const source = kind === 'cadre' ? subjects.cadre(bound) : subjects.unit(bound);
    return this.database.row<EntryRow & { readonly sealReason: string | null }>(
      `select s.kind, s.id, s.name, s.unit, s.title, d.opened_on as "openedOn", d.sealed_on as "sealedOn",
         d.seal_reason as "sealReason", 0 as lines, null as "changedAt", s.kept_since as "keptSince"
       from ${source} s left join dossier d on d.subject_kind = s.kind and d.subject_id = s.id
         cross join (select $2::text[], $3::text[]) as bound where s.id = $4`,
      [on, dossierRules.kept.levels, dossierRules.kept.standings, id],
    );
  }

  lines({ kind, id }: Subject, sections: readonly string[], history: boolean): Promise<readonly LineRow[]> {
    return this.database.rows<LineRow>(
      `select l.id, l.section, l.text, l.happened_on as on, l.form, l.document, l.files, l.source,
         case when l.case_id is null then null else jsonb_build_object('id', l.case_id, 'number', l.case_number,
           'procedure', l.procedure, 'step', l.step) end as case,
         l.event_at as "eventAt", l.written_at as "writtenAt", ${named('l.written_by')} as by, l.kind, l.replaces,
         (select n.id from dossier_line n where n.replaces = l.id and n.kind <> 'clarification' limit 1) as "replacedBy", l.reason
       from dossier_line l where l.subject_kind = $1 and l.subject_id = $2 and l.section = any($3)
         and ($4 or not exists (select from dossier_line n where n.replaces = l.id and n.kind <> 'clarification'))
       order by l.happened_on desc, l.written_at desc, l.id`,
      [kind, id, sections, history],
    );
  }

  looks({ kind, id }: Subject, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
    const where = new Conditions();
    where.add(`k.subject_kind = ${where.bind(kind)} and k.subject_id = ${where.bind(id)}`);
    return this.pages.page<LookRow>({
      columns: `k.id, ${named('k.person_id')} as person, ${named('k.with_person')} as "with", k.sections, k.lines,
        k.as_what as "as", k.purpose, k.at`,
      from: 'dossier_look k',
      where,
      sort: 'k.id',
      type: 'integer',
      id: 'k.id::text',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}
