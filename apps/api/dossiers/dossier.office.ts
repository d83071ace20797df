import { Inject, Injectable } from '@nestjs/common';
import { dossierRules } from '../../../definitions/dossier.ts';
import { fromPool } from '../../../database/queryable.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { workingDaysBetween } from '../../../domain/calendar.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { mayOverseeDossiers } from '../../../domain/dossier-access.ts';
import { isoOf } from '../../../domain/instant.ts';
import { refusal } from '../../../domain/registry.ts';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import { DossierAccess } from './dossier.access.ts';
import { named } from './dossier.queries.ts';
import type { DossierKeeperList, DossierRulesView, StrayLineList } from './dossier.schema.ts';

type StrayRow = Omit<StrayLineList['items'][number], 'writtenAt'> & { readonly writtenAt: number };

/** The office that keeps dossiers: who its keepers are, what waits to be filed, what came late. */
@Injectable()
export class DossierOffice {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(DossierAccess) private readonly access: DossierAccess,
  ) {}

  async rules(caller: Caller): Promise<DossierRulesView> {
    const isKeeper = await this.access.isKeeper(caller);
    const oversees = mayOverseeDossiers(caller);
    const office = isKeeper || oversees ? await this.waiting() : { strays: 0, late: 0 };
    return {
      sections: Object.fromEntries(
        Object.entries(dossierRules.sections).map(([key, { name, english, of, twoReaders }]) => [
          key,
          { name, english, of, twoReaders },
        ]),
      ),
      feedWithin: dossierRules.feedWithin,
      isKeeper,
      oversees,
      own: await this.access.own(caller),
      ...office,
    };
  }

  async keepers(caller: Caller): Promise<DossierKeeperList> {
    const items = await this.database.rows<DossierKeeperList['items'][number]>(
      `select ${named('k.person_id')} as person, k.since, k.until, ${named('k.appointed_by')} as "appointedBy"
       from dossier_keeper k order by k.until desc nulls first, k.since desc, k.person_id`,
    );
    return { items: [...items], mayAppoint: mayOverseeDossiers(caller) };
  }

  async appoint(person: string, since: string, caller: Caller): Promise<void> {
    const known = await this.database.row<object>('select from person where id = $1 and active', [person]);
    if (!known) throw refusal('UNKNOWN_ACCOUNT', `没有账号“${person}”`, 'person');
    await this.database.rows(
      `insert into dossier_keeper (person_id, since, appointed_by)
       select $1, $2, $3 where not exists (select from dossier_keeper where person_id = $1 and (until is null or until >= $2::date))`,
      [person, since, caller.user],
    );
  }

  async dismiss(person: string, until: string): Promise<boolean> {
    const rows = await this.database.rows(
      'update dossier_keeper set until = $2 where person_id = $1 and until is null and since <= $2::date returning person_id',
      [person, until],
    );
    return rows.length > 0;
  }

  async strays({ limit, cursor }: { limit: number; cursor?: string | undefined }): Promise<StrayLineList> {
    const where = new Conditions();
    where.add('l.subject_id is null');
    const { rows, ...page } = await this.pages.page<StrayRow>({
      columns: `l.id, l.subject_kind as kind, l.named, l.section, l.text, l.happened_on as on,
        case when l.case_id is null then null else jsonb_build_object('id', l.case_id, 'number', l.case_number) end as case,
        l.written_at as "writtenAt"`,
      from: 'dossier_line l',
      where,
      sort: 'l.written_at',
      type: 'timestamptz',
      id: 'l.id',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
    return { ...page, items: rows.map(({ writtenAt, ...row }) => ({ ...row, writtenAt: isoOf(writtenAt) })) };
  }

  /** Lines without a subject, and lines that took longer than they may, those that are still under way too. */
  private async waiting(): Promise<{ strays: number; late: number }> {
    const strays = await this.database.row<{ count: number }>(
      'select count(*) as count from dossier_line where subject_id is null',
    );
    const slow = await this.database.rows<{ from: number; to: number }>(
      `select event_at as from, written_at as to from dossier_line where written_at > event_at + interval '5 days'
       union all select created_at, $1::timestamptz from outbox
       where kind = 'dossier' and sent_at is null and created_at < $1::timestamptz - interval '5 days'`,
      [new Date()],
    );
    if (slow.length === 0) return { strays: strays?.count ?? 0, late: 0 };
    const { calendars } = await loadRulebook(fromPool(this.database.pool));
    const calendar = calendars['default'];
    if (!calendar) throw new Error('rules without a calendar');
    const late = slow.filter(
      ({ from, to }) => workingDaysBetween(calendar, civilDateOf(from), civilDateOf(to)) > dossierRules.feedWithin,
    );
    return { strays: strays?.count ?? 0, late: late.length };
  }
}
