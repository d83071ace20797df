import { Inject, Injectable } from '@nestjs/common';
import { isGuest, mayOperate } from '../../../domain/access.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Act } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { CommandService } from '../commands/command.service.ts';
import type { Envelope } from '../commands/envelope.ts';
import { CopyQueries, copyOf } from './copy.queries.ts';
import type { Copy, CopyList, CopyQuery } from './copy.schema.ts';

/** 抄送: what one was sent, the receipt, the recall. */
@Injectable()
export class CopyService {
  constructor(
    @Inject(CopyQueries) private readonly queries: CopyQueries,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
  ) {}

  async toMe({ user }: Caller, query: CopyQuery): Promise<CopyList> {
    const { rows, ...page } = await this.queries.toMe(user, query);
    return { ...page, items: rows.map(copyOf) };
  }

  /** A guest sees its own. */
  ofCase(circle: CaseObject, caller: Caller): Promise<readonly Copy[]> {
    return this.queries.ofCase(circle.id, isGuest(caller, circle) ? caller.user : null);
  }

  /** 已阅: in the case's story while the case lives, beside it afterwards. */
  async read(id: string, caller: Caller, envelope: Envelope): Promise<Copy> {
    const { copy, circle } = await this.sought(id, caller, (found) => found.to === caller.user);
    if (copy.readAt !== null) return copy;
    const ended = circle.status === 'completed' || circle.status === 'cancelled';
    if (!ended) await this.send(circle, { caller, envelope, act: { kind: 'readCopy', copyId: id } });
    else if (!envelope.preview) await this.queries.receive(id, caller.user);
    return (await this.queries.one(id)) ?? copy;
  }

  /** By who sent it, or an operator. */
  async recall(
    id: string,
    { caller, envelope, reason }: { caller: Caller; envelope: Envelope; reason: string | undefined },
  ) {
    const { copy, circle } = await this.sought(
      id,
      caller,
      (found, of) => found.sentBy === caller.user || mayOperate(caller, of),
    );
    await this.send(circle, { caller, envelope, act: { kind: 'recallCopy', copyId: id }, reason });
    return (await this.queries.one(id)) ?? copy;
  }

  private async send(
    circle: CaseObject,
    order: { caller: Caller; envelope: Envelope; act: Act; reason?: string | undefined },
  ): Promise<void> {
    await this.commands.carryOut({ case: circle, ...order });
  }

  private async sought(id: string, caller: Caller, may: (copy: Copy, circle: CaseObject) => boolean) {
    const copy = await this.queries.one(id);
    const circle = copy && (await this.objects.caseById(copy.caseId, caller));
    if (!copy || !circle || circle.recused === 'hidden' || !may(copy, circle))
      throw new CaseError('NOT_FOUND', '没有这份抄送');
    if (copy.recalledAt !== null) throw new CaseError('COPY_RECALLED', '这份抄送已经撤回');
    return { copy, circle };
  }
}
