import { Inject, Injectable } from '@nestjs/common';
import { endOfDay, startOfDay } from '../../../domain/civil-date.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { AdminTrailEntry, TrailQuery } from './trail.schema.ts';

type Row = Omit<AdminTrailEntry, 'at'> & { readonly at: number };

/** The trail, newest first. */
@Injectable()
export class TrailQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list({ limit, cursor, since, until, ...wanted }: TrailQuery) {
    const where = new Conditions();
    const columns = {
      actor: 'l.actor',
      actorKind: 'l.actor_kind',
      action: 'l.action',
      objectKind: 'l.object_kind',
      objectId: 'l.object_id',
    };
    for (const [name, column] of Object.entries(columns)) {
      const value = wanted[name as keyof typeof columns];
      if (value !== undefined) where.add(`${column} = ${where.bind(value)}`);
    }
    if (since) where.add(`l.at >= ${where.bind(new Date(startOfDay(since)))}`);
    if (until) where.add(`l.at < ${where.bind(new Date(endOfDay(until)))}`);
    return this.pages.page<Row>({
      columns: `l.seq, l.at, l.actor, p.name as "actorName", l.actor_kind as "actorKind", l.action,
        l.object_kind as "objectKind", l.object_id as "objectId", l.before, l.after, l.reason, l.remote, l.hash`,
      from: 'admin_trail l left join person p on p.id = l.actor',
      where,
      sort: 'l.seq',
      type: 'integer',
      id: 'l.seq::text',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}
