import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { AuthModule } from '../auth/auth.module.ts';
import { PlatformModule } from '../platform/platform.module.ts';
import { RolesModule } from '../roles/roles.module.ts';
import { RecurringActs } from './recurring.acts.ts';
import { RecurringBatches } from './recurring.batches.ts';
import { RecurringController } from './recurring.controller.ts';
import { RecurringJudge } from './recurring.judge.ts';
import { RecurringOpening } from './recurring.opening.ts';
import { RecurringOrders } from './recurring.orders.ts';
import { RecurringRehearsal } from './recurring.rehearsal.ts';
import { RecurringQueries } from './recurring.queries.ts';
import { RecurringSchedules } from './recurring.schedules.ts';
import { RecurringStore } from './recurring.store.ts';
import { RecurringView } from './recurring.view.ts';
import { RecurringWork } from './recurring.work.ts';

/** 周期程序. */
@Module({
  imports: [AuthModule, CasesModule, PlatformModule, RolesModule],
  controllers: [RecurringController],
  providers: [
    RecurringStore,
    RecurringQueries,
    RecurringView,
    RecurringJudge,
    RecurringRehearsal,
    RecurringActs,
    RecurringOpening,
    RecurringSchedules,
    RecurringBatches,
    RecurringOrders,
    RecurringWork,
  ],
})
export class RecurringModule {}
