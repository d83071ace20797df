import { Inject, Injectable } from '@nestjs/common';
import { modelForNewCase } from '../../../database/definition.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { ProcessModel } from '../../../engine/model.ts';
import { CommandService } from '../commands/command.service.ts';
import { Previewed, previewOf } from '../commands/preview.ts';
import { Settling } from '../commands/settling.ts';
import { Database } from '../database.ts';
import { CaseMover } from '../migrations/case.mover.ts';
import { Temporal } from '../temporal.ts';
import type { Migrate, Migration } from './case.schema.ts';
import type { CaseOrder } from './case.service.ts';

/** Moves a case to another version of its procedure, or of one that it has called. */
@Injectable()
export class CaseMigration {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(CaseMover) private readonly mover: CaseMover,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {}

  async migrate(order: CaseOrder, { reason, dryRun = false, ...wanted }: Migrate): Promise<Migration> {
    const act = await this.actOf(order, { ...wanted, dryRun });
    const command = { ...(await this.commands.commandOf({ ...order, act, reason })), ...act };
    const { id, family } = order.case;
    if (dryRun) return { cases: [await this.mover.plan(id, command)], settled: true };
    if (order.envelope.preview) throw new Previewed(await previewOf(this.temporal.client, id, command));
    const { plan } = await this.mover.move(id, command);
    if (plan && plan.unmapped.length > 0) {
      const { unmapped } = plan;
      throw new CaseError('MIGRATION_UNMAPPED', '部分在办节点在新版本中没有对应，请补充映射。', { unmapped });
    }
    return { cases: plan ? [plan] : [], settled: await this.settling.atRest(family) };
  }

  /** To a version that rules or has ruled; a dry run, and a trial, may also look ahead. */
  private async actOf({ case: found }: CaseOrder, { toVersion, mapping, called, dryRun }: Omit<Migrate, 'reason'>) {
    const key = called?.key ?? found.definitionKey;
    const to = await modelForNewCase<ProcessModel>(fromPool(this.database.pool), {
      key,
      version: toVersion,
      on: civilDateOf(Date.now()),
      trial: found.trial || dryRun === true,
    });
    return {
      kind: 'migrate',
      to: `${key}@${to.version}`,
      model: to.model,
      ...(mapping ? { mapping } : {}),
      ...(called ? { from: `${key}@${called.version}` } : {}),
    } satisfies Act;
  }
}
