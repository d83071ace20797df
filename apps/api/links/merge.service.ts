import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { requireAsSecret } from '../../../domain/secrecy.ts';
import type { Act } from '../../../engine/command.ts';
import { CaseReader } from '../cases/case.reader.ts';
import type { ChangedCase } from '../cases/case.schema.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { CommandService } from '../commands/command.service.ts';
import { Previewed, previewOf } from '../commands/preview.ts';
import { RecusalCheck } from '../commands/recusal.check.ts';
import type { Preview } from '../commands/preview.schema.ts';
import { Settling } from '../commands/settling.ts';
import { Temporal } from '../temporal.ts';
import { LinkQueries } from './link.queries.ts';
import type { Merge } from './link.schema.ts';
import { LinkService } from './link.service.ts';

/**
 * 并案: the case that goes on asks the other to end in it. What the one that ends would refuse is told at once, before
 * anything is asked; what changes in between is its own refusal, and told as well.
 */
@Injectable()
export class MergeService {
  constructor(
    @Inject(LinkService) private readonly links: LinkService,
    @Inject(LinkQueries) private readonly queries: LinkQueries,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(RecusalCheck) private readonly recusals: RecusalCheck,
    @Inject(CaseReader) private readonly reader: CaseReader,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {}

  async merge(order: CaseOrder, { into, reason }: Merge): Promise<ChangedCase> {
    const { caller, case: ending, envelope } = order;
    const goingOn = await this.links.other(order, into, { steers: true });
    const number = await this.queries.numberOf(ending.id);
    const absorb: Act = { kind: 'absorbCase', caseId: ending.id, number };
    const asking = { caller, case: goingOn, envelope, act: absorb, reason };
    try {
      const preview = await this.rehearse(order, { into, reason });
      await previewOf(this.temporal.client, into, await this.commands.commandOf(asking));
      if (envelope.preview) throw new Previewed(preview);
    } catch (error) {
      // Asked before, and done meanwhile.
      if (error instanceof CaseError && (await this.queries.isMerged(ending.id, into))) return this.ended(order, true);
      throw error;
    }
    const { seq } = await this.commands.carryOut(asking);
    const settled = await this.settling.atRest(ending.family);
    const answer = await this.queries.answerAbout(into, ending.id, seq);
    if (answer?.kind === 'merge-refused') throw new CaseError(answer.code ?? 'REFUSED', answer.message ?? '未能并案');
    return this.ended(order, settled && answer !== undefined);
  }

  /** What becomes of the case that ends. */
  private async rehearse(order: CaseOrder, { into, reason }: Merge): Promise<Preview> {
    const { caller, case: ending } = order;
    requireAsSecret(await this.queries.secrecyOf(ending.id), await this.queries.secrecyOf(into));
    const act: Act = { kind: 'mergeInto', caseId: into, number: await this.queries.numberOf(into) };
    await this.recusals.require(ending, { caller, act });
    await this.requireHandedOn(order, into);
    const command = await this.commands.commandOf({ ...order, act, reason });
    return previewOf(this.temporal.client, ending.id, command);
  }

  /** Whoever has stepped back from the one case has stepped back from what it becomes part of, and may hold no step there. */
  private async requireHandedOn({ case: ending }: CaseOrder, into: string): Promise<void> {
    const users = ending.trial ? [] : await this.queries.recusedAtWork(ending.id, into);
    if (users.length === 0) return;
    const names = users.map(({ name }) => `“${name}”`).join('、');
    const message = `${names}在本案中有回避登记，而在要并入的案件中有在办环节，请先转办`;
    throw new CaseError('RECUSED', message, { users: users.map(({ id }) => id) });
  }

  private async ended({ case: { id }, caller }: CaseOrder, settled: boolean): Promise<ChangedCase> {
    return { ...(await this.reader.one(id, caller)), settled };
  }
}
