import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { RegistryChange, RegistryChangeList } from './registry.schema.ts';

type Row = Omit<RegistryChange, 'at'> & { readonly at: number };

/** Who changed what of an object, the latest first. */
@Injectable()
export class ChangeQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  async of(
    object: 'unit' | 'cadre',
    id: string,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<RegistryChangeList> {
    const where = new Conditions();
    where.add(`h.object = ${where.bind(object)} and h.object_id = ${where.bind(id)}`);
    const { rows, ...page } = await this.pages.page<Row>({
      columns: `h.id, h.object, h.object_id as "objectId", h.act, h.before, h.after, h.reason, h.import_id as "importId",
        h.changed_by as by, coalesce(p.name, h.changed_by) as "byName", h.changed_at as at`,
      from: 'registry_change h left join person p on p.id = h.changed_by',
      where,
      sort: 'h.id',
      type: 'integer',
      id: 'h.id::text',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
    return { ...page, items: rows.map(({ at, ...row }) => ({ ...row, at: isoOf(at) })) };
  }
}
