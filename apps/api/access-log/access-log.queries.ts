import { Inject, Injectable } from '@nestjs/common';
import { endOfDay, startOfDay } from '../../../domain/civil-date.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { CaseLookQuery, CaseLooks, LookQuery, Looks } from './access-log.schema.ts';

type Row<Item extends { readonly at: string }> = Omit<Item, 'at'> & { readonly at: number };

const columns = `l.id::text as id, l.person_id as "user", p.name, l.object, nullif(l.object_id, '') as "objectId", l.route,
  l.secrecy, l.remote, l.refused, l.at`;

/** Who has read what, newest first. */
@Injectable()
export class AccessLogQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  ofCase(caseId: string, query: CaseLookQuery) {
    const where = conditions(query);
    where.add(`l.case_id = ${where.bind(caseId)}`);
    return this.page<Row<CaseLooks['items'][number]>>(query, where, {
      columns: `${columns}, f.name as "objectName"`,
      from: `access_log l left join person p on p.id = l.person_id
        left join attachment f on l.object = 'attachment' and f.id = l.object_id`,
    });
  }

  all(query: LookQuery) {
    const { caseNumber, object, secrecy, refused } = query;
    const where = conditions(query);
    if (caseNumber) where.add(`l.number = ${where.bind(caseNumber)}`);
    if (object) where.add(`l.object = ${where.bind(object)}`);
    if (refused !== undefined) where.add(`l.refused = ${where.bind(refused)}`);
    if (secrecy) where.add(`l.secrecy = ${where.bind(secrecy)}`);
    return this.page<Row<Looks['items'][number]>>(query, where, {
      columns: `${columns}, l.number as "caseNumber", l.session`,
      from: 'access_log l left join person p on p.id = l.person_id',
    });
  }

  private page<Item>(
    { limit, cursor }: CaseLookQuery,
    where: Conditions,
    what: { readonly columns: string; readonly from: string },
  ) {
    const order = { sort: 'l.at', type: 'timestamptz', id: 'l.id::text', descending: true } as const;
    return this.pages.page<Item>({ ...what, ...order, where, limit, cursor: readCursor(cursor) });
  }
}

function conditions({ user, since, until }: CaseLookQuery): Conditions {
  const where = new Conditions();
  if (user) where.add(`l.person_id = ${where.bind(user)}`);
  if (since) where.add(`l.at >= ${where.bind(new Date(startOfDay(since)))}`);
  if (until) where.add(`l.at < ${where.bind(new Date(endOfDay(until)))}`);
  return where;
}
