import { Inject, Injectable } from '@nestjs/common';
import { markOpened, noteProblem } from '../../../database/planned.queries.ts';
import { CaseError } from '../../../domain/errors.ts';
import { SessionService } from '../auth/session.service.ts';
import { Database } from '../database.ts';
import { alone } from '../jobs/alone.ts';
import { JobRunner } from '../jobs/job-runner.ts';
import type { Round } from '../jobs/job-runner.ts';
import { RecurringBatches } from './recurring.batches.ts';
import { RecurringStore } from './recurring.store.ts';
import { RecurringWork } from './recurring.work.ts';

const pace = 5_000;
const table = 'recurring_opening';

interface Order {
  readonly id: string;
  readonly procedure: string;
  readonly period: string;
  readonly source: string | null;
}

/**
 * Does what the schedules' runs and new batches have ordered, one after the other. What stands against it is written beside it
 * and tried again with the next run.
 */
@Injectable()
export class RecurringOrders extends JobRunner {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(RecurringStore) private readonly store: RecurringStore,
    @Inject(RecurringBatches) private readonly batches: RecurringBatches,
    @Inject(RecurringWork) private readonly doing: RecurringWork,
  ) {
    super('Recurring', 'scoring and running rules', pace);
  }

  protected async round(): Promise<Round> {
    await this.batches.order();
    const order = await this.database.row<Order>(
      `select o.id, o.procedure_id as procedure, o.period, b.source_id as source
       from recurring_opening o left join data_batch b on b.id = o.receiver where o.status = 'ordered' order by o.id limit 1`,
    );
    if (!order) return 'nothing';
    const mine = await alone(this.database.pool, `recurring-order:${order.id}`, () => this.carryOut(order));
    return mine ? 'done' : 'elsewhere';
  }

  private async carryOut({ id, procedure, period, source }: Order): Promise<void> {
    const settings = await this.store.one(procedure);
    const owner = await this.sessions.absent(settings.owner);
    try {
      if (!owner) throw new CaseError('ORDERER_GONE', '负责人的账号已停用，请先更换负责人');
      const result = await this.doing.do(settings, { period, source }, owner);
      await this.database.transaction(async (db) => {
        await db.query(`update ${table} set status = 'planned', result = $2 where id = $1 and status = 'ordered'`, [
          id,
          JSON.stringify(result),
        ]);
        await markOpened(db, table, { id, heir: null, at: new Date() });
      });
    } catch (error) {
      if (!(error instanceof CaseError)) throw error;
      await this.database.transaction(async (db) => {
        await db.query(`update ${table} set status = 'planned' where id = $1 and status = 'ordered'`, [id]);
        await noteProblem(db, table, id, error.message);
      });
    }
  }
}
