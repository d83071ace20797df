import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { writeOpenings } from '../../../database/recurring.plan.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { periodsOfYear } from '../../../domain/opening-cycle.ts';
import type { OpeningCycle } from '../../../domain/opening-cycle.ts';
import { openingIdOf } from '../../../domain/recurring-plan.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { Database } from '../database.ts';
import { liveRules } from './live-rules.ts';

interface Waiting {
  readonly id: string;
  readonly agency: string;
  readonly cycle: OpeningCycle;
}

interface Batch {
  readonly batch: string;
  readonly days: readonly CivilDate[];
}

/** 随批次运行: rules that are on run after each accepted batch of theirs, for the periods that its rows are about, once a batch. */
@Injectable()
export class RecurringBatches {
  constructor(@Inject(Database) private readonly database: Database) {}

  async order(): Promise<void> {
    const waiting = await this.database.rows<{ id: string }>(
      `select p.id from recurring_procedure p where p.after_batch and p.status = 'active' and p.work = 'rules'
         and exists (select from data_batch b where b.received_at > p.batches_since) order by p.id`,
    );
    for (const { id } of waiting) await this.database.transaction((db) => orderOf(db, id));
  }
}

async function orderOf(db: Queryable, id: string): Promise<void> {
  const [procedure] = await db.query<Waiting[]>(
    `select id, agency_id as agency, cycle from recurring_procedure where id = $1 and status = 'active' for update`,
    [id],
  );
  if (!procedure) return;
  const batches = await db.query<Batch[]>(
    `select b.id as batch, array(select distinct r.occurred_on::text from data_row r
         where r.batch_id = b.id and r.status = 'accepted' and r.occurred_on is not null
           and exists (select from ${liveRules} l where b.source_id = any(l.sources) and l.period = p.cycle
             and (p.subject is null or l.key = p.subject))) as days
     from data_batch b, recurring_procedure p where p.id = $1 and b.received_at > p.batches_since order by b.received_at`,
    [id],
  );
  const today = civilDateOf(Date.now());
  const ordered = batches.flatMap(({ batch, days }) =>
    periodsOf(procedure.cycle, days).map((period) => {
      const opening = { receiver: batch, agency: procedure.agency, period, opensOn: today };
      return [openingIdOf(id, opening), opening] as const;
    }),
  );
  await writeOpenings(db, id, ordered);
  await db.query(`update recurring_opening set status = 'ordered' where id = any($1) and status = 'planned'`, [
    ordered.map(([opening]) => opening),
  ]);
  await db.query(
    `update recurring_procedure set batches_since = greatest(batches_since,
       (select max(received_at) from data_batch b where b.id = any($2))) where id = $1`,
    [id, batches.map(({ batch }) => batch)],
  );
}

const periodsOf = (cycle: OpeningCycle, days: readonly CivilDate[]): readonly string[] =>
  [...new Set(days.map((day) => Number(day.slice(0, 4))))]
    .flatMap((year) => periodsOfYear(cycle, year))
    .filter(({ from, to }) => days.some((day) => day >= from && day <= to))
    .map(({ key }) => key);
