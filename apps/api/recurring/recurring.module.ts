import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { RolesModule } from '../roles/roles.module.ts';
import { RecurringActs } from './recurring.acts.ts';
import { RecurringController } from './recurring.controller.ts';
import { RecurringJudge } from './recurring.judge.ts';
import { RecurringOpening } from './recurring.opening.ts';
import { RecurringQueries } from './recurring.queries.ts';
import { RecurringSchedules } from './recurring.schedules.ts';
import { RecurringStore } from './recurring.store.ts';
import { RecurringView } from './recurring.view.ts';

/** 周期程序. */
@Module({
  imports: [CasesModule, RolesModule],
  controllers: [RecurringController],
  providers: [
    RecurringStore,
    RecurringQueries,
    RecurringView,
    RecurringJudge,
    RecurringActs,
    RecurringOpening,
    RecurringSchedules,
  ],
})
export class RecurringModule {}
