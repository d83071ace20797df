import { Inject, Injectable } from '@nestjs/common';
import type { Act } from '../../../engine/command.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { CommandService } from '../commands/command.service.ts';
import type { Envelope } from '../commands/envelope.ts';
import type { SendCopy } from '../copies/copy.schema.ts';
import { KnownPeople } from '../people/known-people.ts';
import { CaseOpening } from './case.opening.ts';
import type { Opening } from './case.opening.ts';
import { CaseQueries } from './case.queries.ts';
import { CaseReader } from './case.reader.ts';
import type { ChangedCase } from './case.schema.ts';

/** One operation on a case, as a route has it. */
export interface CaseOrder {
  readonly caller: Caller;
  readonly case: CaseObject;
  readonly envelope: Envelope;
}

@Injectable()
export class CaseService {
  constructor(
    @Inject(CaseOpening) private readonly opening: CaseOpening,
    @Inject(CaseReader) private readonly reader: CaseReader,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(KnownPeople) private readonly people: KnownPeople,
    @Inject(CaseQueries) private readonly queries: CaseQueries,
  ) {}

  async open(opening: Opening, caller: Caller, envelope: Envelope): Promise<ChangedCase> {
    const { id, settled } = await this.opening.open(opening, caller, envelope);
    return { ...(await this.reader.one(id, caller)), settled };
  }

  async copy(order: CaseOrder, { to, text, reason }: SendCopy): Promise<ChangedCase> {
    await this.people.require(to);
    return this.act(order, { kind: 'copyCase', to, ...(text ? { text } : {}) }, reason);
  }

  async act(order: CaseOrder, act: Act, reason: string | undefined): Promise<ChangedCase> {
    const { settled } = await this.commands.carryOut({ ...order, act, reason });
    return { ...(await this.reader.one(order.case.id, order.caller)), settled };
  }

  /** A correction that the procedure may want another operator to confirm: 202 then. */
  async correct(order: CaseOrder, act: Act, reason: string | undefined): Promise<ChangedCase> {
    const { settled, seq } = await this.commands.carryOut({ ...order, act, reason });
    const approvalAsked = await this.queries.correctionAsked(order.case.id, seq);
    return {
      ...(await this.reader.one(order.case.id, order.caller)),
      settled,
      ...(approvalAsked ? { approvalAsked } : {}),
    };
  }
}
