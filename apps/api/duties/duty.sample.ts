import { Inject, Injectable } from '@nestjs/common';
import { sampleFrame, sampleHalves } from '../../../database/duties.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { askedOf, drawIn } from '../../../domain/duty-sample.ts';
import type { Lot } from '../../../domain/duty-sample.ts';
import { Database } from '../database.ts';
import type { Sample, SampleQuery } from './duty.schema.ts';
import { DutyStore } from './duty.store.ts';

type Named = Pick<Sample['items'][number], 'item' | 'measure' | 'lead' | 'period' | 'dueOn' | 'caseId'>;

/** The sample of a half-year with everything that it follows from. */
@Injectable()
export class DutySample {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(DutyStore) private readonly store: DutyStore,
  ) {}

  async of(id: string, query: SampleQuery): Promise<Sample> {
    await this.store.one(id);
    const db = fromPool(this.database.pool);
    const halves = await sampleHalves(db, id);
    const half = query.half ?? presentOf(halves);
    const { share, seed, strata, all } = await sampleFrame(db, id, half);
    const lots = drawIn({ share, seed, strata, all });
    const parts = partsOf(lots);
    const shown = lots.filter(({ stratum, drawn }) =>
      query.stratum === undefined ? drawn : stratum === query.stratum,
    );
    return {
      list: id,
      half,
      halves,
      seed,
      share,
      strata,
      total: all.length,
      asked: askedOf(all.length, share),
      drawn: parts.reduce((sum, { quota }) => sum + quota, 0),
      parts,
      items: await this.named(shown),
    };
  }

  private async named(lots: readonly Lot[]): Promise<Sample['items']> {
    const rows = await this.database.rows<Named & { readonly id: string }>(
      `select o.id, o.item_no as item, i.measure, o.lead_id as lead, o.period, o.due_on::text as "dueOn",
         case when o.status = 'opened' then o.case_id end as "caseId"
       from duty_occurrence o join duty_item i on i.list_id = o.list_id and i.version = o.version and i.no = o.item_no
       where o.id = any($1)`,
      [lots.map(({ id }) => id)],
    );
    const known = new Map(rows.map((row) => [row.id, row]));
    return lots.flatMap((lot) => {
      const row = known.get(lot.id);
      return row ? [{ ...row, ...lot }] : [];
    });
  }
}

function presentOf(halves: readonly string[]): string {
  const [year = '', month = ''] = civilDateOf(Date.now()).split('-');
  const present = `${year}-H${Number(month) > 6 ? 2 : 1}`;
  return halves.find((half) => half === present) ?? halves.at(-1) ?? present;
}

const partsOf = (lots: readonly Lot[]): Sample['parts'] =>
  [...Map.groupBy(lots, ({ stratum }) => stratum)]
    .map(([stratum, some]) => ({ stratum, size: some.length, quota: some[0]?.quota ?? 0 }))
    .toSorted((one, other) => (one.stratum < other.stratum ? -1 : 1));
