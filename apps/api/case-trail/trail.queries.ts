import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { CaseJournal, TrailQuery } from './trail.schema.ts';

type Timed<Row extends { readonly at: string }> = Omit<Row, 'at'> & { readonly at: number };

@Injectable()
export class CaseTrailQueries {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** The links of the case's chain in their order. */
  journal(caseId: string, { limit, cursor }: TrailQuery) {
    const where = new Conditions();
    where.add(`j.case_id = ${where.bind(caseId)}`);
    return this.pages.page<Timed<CaseJournal['items'][number]>>({
      columns: `j.seq, j.kind, j.actor, p.name as "actorName", j.at, j.canonical, j.previous_hash as "previousHash", j.hash`,
      from: 'journal j left join person p on p.id = j.actor',
      where,
      sort: 'j.seq',
      type: 'integer',
      id: `j.case_id`,
      descending: false,
      limit,
      cursor: readCursor(cursor),
    });
  }

  async head(caseId: string): Promise<{ readonly steps: number; readonly head: string }> {
    const row = await this.database.row<{ steps: number; head: string }>(
      'select seq as steps, hash as head from case_view where id = $1',
      [caseId],
    );
    return row ?? { steps: 0, head: '' };
  }
}
