import { Inject, Injectable } from '@nestjs/common';
import { modelInForce } from '../../../database/definition.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { CaseError } from '../../../domain/errors.ts';
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
    const act = await this.actOf(order, toVersion, mapping);
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

  private async actOf({ case: found }: CaseOrder, version: number, mapping: Migrate['mapping']): Promise<Act> {
    const to = await modelInForce<ProcessModel>(fromPool(this.database.pool), found.definitionKey, version);
    if (!to) throw new CaseError('UNKNOWN_DEFINITION', `流程“${found.definitionKey}”没有第 ${version} 版`);
    return { kind: 'migrate', to: `${to.key}@${to.version}`, model: to.model, ...(mapping ? { mapping } : {}) };
  }
}
