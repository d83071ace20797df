import { Inject, Injectable } from '@nestjs/common';
import { stateOn } from '../../../database/definition.queries.ts';
import { loadRulebook } from '../../../database/rulebook.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import type { Caller } from '../access/caller.ts';
import { withinCircle } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';

/** What a mechanism's page shows of a published procedure. */
export type PublishedModel = Pick<
  ProcessModel,
  'key' | 'name' | 'documentation' | 'openers' | 'children' | 'elements'
> & {
  readonly version: number;
};

@Injectable()
export class MechanismQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Of each the version that new cases take today. */
  models(keys: readonly string[]): Promise<readonly PublishedModel[]> {
    return this.database.rows<PublishedModel>(
      `select d.key, d.version, d.name, d.model->>'documentation' as documentation,
         d.model->>'openers' as openers,
         d.model->'children' as children, d.model->'elements' as elements
       from definition d where d.key = any($2) and ${stateOn('definition', '$1')} = 'in-force'`,
      [civilDateOf(Date.now()), keys],
    );
  }

  /** Running and suspended real cases in the caller's circle, by procedure. */
  async open(caller: Caller): Promise<ReadonlyMap<string, number>> {
    const where = new Conditions();
    where.add(`c.status in ('running', 'suspended', 'incident') and not c.trial`);
    withinCircle(caller, where);
    const rows = await this.database.rows<{ key: string; open: number }>(
      `select c.definition_key as key, count(*)::int as open from case_view c where ${where.text()} group by 1`,
      where.values(),
    );
    return new Map(rows.map(({ key, open }) => [key, open]));
  }

  async rules() {
    const { periods, ladders } = await loadRulebook(fromPool(this.database.pool));
    return { periods, ladders };
  }
}
