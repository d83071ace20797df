import { Inject, Injectable } from '@nestjs/common';
import { modelForNewCase } from '../../../database/definition.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import type { Act } from '../../../engine/command.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { caseWorkflowId, casePositionQuery } from '../../../workflows/case.messages.ts';
import { CommandService } from '../commands/command.service.ts';
import type { Order } from '../commands/command.service.ts';
import { Database } from '../database.ts';
import { CaseReader } from './case.reader.ts';
import type { MigratedCase, Migrate, Migration } from './case.schema.ts';
import type { CaseOrder } from './case.service.ts';
import { planOf } from './migration.plan.ts';
import { Temporal } from '../temporal.ts';

/** Moves a case to another version of its procedure. */
@Injectable()
export class CaseMigration {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(CaseReader) private readonly reader: CaseReader,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {}

  async migrate(order: CaseOrder, { toVersion, mapping, dryRun = false, reason }: Migrate): Promise<Migration> {
    const act = await this.actOf(order, { toVersion, mapping, dryRun });
    if (dryRun) return { cases: [await this.planned({ ...order, act, reason })], settled: true };
    const { settled } = await this.commands.carryOut({ ...order, act, reason });
    const { id, openTasks, alarms } = await this.reader.one(order.case.id, order.caller);
    const tasks = openTasks.map(({ id: taskId, elementId, name, assignee, dueOn, dueAt }) => {
      return { id: taskId, elementId, name, assignee, dueOn, dueAt };
    });
    return { cases: [{ id, tasks, alarms, unmapped: [] }], settled };
  }

  private async planned(order: Order): Promise<MigratedCase> {
    const position = this.temporal.client.workflow.getHandle(caseWorkflowId(order.case.id)).query(casePositionQuery);
    const { environment, state } = await position;
    return planOf(environment, state, await this.commands.commandOf(order));
  }

  /** To a version that rules or has ruled; a dry run, and a trial, may also look ahead. */
  private async actOf({ case: found }: CaseOrder, { toVersion, mapping, dryRun = false }: Migrate): Promise<Act> {
    const wanted = { key: found.definitionKey, version: toVersion, on: civilDateOf(Date.now()) };
    const to = await modelForNewCase<ProcessModel>(fromPool(this.database.pool), {
      ...wanted,
      trial: found.trial || dryRun,
    });
    return { kind: 'migrate', to: `${to.key}@${to.version}`, model: to.model, ...(mapping ? { mapping } : {}) };
  }
}
