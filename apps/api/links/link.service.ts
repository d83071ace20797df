import { Inject, Injectable } from '@nestjs/common';
import { mayReadCase, maySteer } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import type { CaseOrder } from '../cases/case.service.ts';
import { CommandService } from '../commands/command.service.ts';
import { LinkQueries } from './link.queries.ts';
import type { AddLink, Linked, LinkParameters, Links, RemoveLink } from './link.schema.ts';

/** Links between cases that the caller sees both. */
@Injectable()
export class LinkService {
  constructor(
    @Inject(LinkQueries) private readonly queries: LinkQueries,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(CommandService) private readonly commands: CommandService,
  ) {}

  async list(caseId: string, caller: Caller): Promise<Links> {
    const [rows, mergedInto] = await Promise.all([this.queries.list(caseId, caller), this.queries.mergedInto(caseId)]);
    return { items: rows.map(({ at, ...row }) => ({ ...row, at: isoOf(at) })), mergedInto };
  }

  async add(order: CaseOrder, { caseId, kind, reason }: AddLink): Promise<Linked> {
    await this.other(order, caseId);
    const number = await this.queries.numberOf(caseId);
    return this.linked(
      order,
      await this.commands.carryOut({ ...order, act: { kind: 'linkCase', caseId, number, link: kind }, reason }),
    );
  }

  async remove(
    order: CaseOrder,
    { kind: link, otherId: caseId, reason }: Omit<LinkParameters, 'id'> & RemoveLink,
  ): Promise<Linked> {
    const act = { kind: 'unlinkCase', caseId, link } as const;
    return this.linked(order, await this.commands.carryOut({ ...order, act, reason }));
  }

  private async linked(
    { case: { id }, caller }: CaseOrder,
    { settled }: { readonly settled: boolean },
  ): Promise<Linked> {
    return { ...(await this.list(id, caller)), settled };
  }

  /** Another case that the caller sees, and `steers` where that is asked; a trial has to do with trials only. */
  async other({ caller, case: own }: CaseOrder, caseId: string, { steers = false } = {}): Promise<CaseObject> {
    const found = await this.objects.caseById(caseId, caller);
    if (!found || !mayReadCase(caller, found))
      throw new CaseError('UNKNOWN_CASE', '没有这个案件，或者您不在知悉范围内');
    if (found.trial !== own.trial) throw new CaseError('TRIAL_AND_REAL', '试运行与正式案件不能关联');
    if (steers && !maySteer(caller, found)) throw new CaseError('FORBIDDEN', '只有两案共同的立案人或主管领导可以并案');
    return found;
  }
}
