import { Inject, Injectable } from '@nestjs/common';
import type { Act, Command } from '../../../engine/command.ts';
import { sendCommand } from '../../../workflows/case.client.ts';
import type { CommandResult } from '../../../workflows/case.messages.ts';
import { clockOf } from '../../../workflows/trial-clock.ts';
import type { Capacity, Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { Temporal } from '../temporal.ts';
import { actorOf } from './actor.ts';
import { DeputyCheck } from './deputy.check.ts';
import type { Envelope } from './envelope.ts';
import { seenByGuest } from './guest-preview.ts';
import { Previewed, previewOf } from './preview.ts';
import { PreviewPeople } from './preview.people.ts';
import type { Preview } from './preview.schema.ts';
import { RecusalCheck } from './recusal.check.ts';
import { Settling } from './settling.ts';

/** One command as a route has it. */
export interface Order {
  readonly caller: Caller;
  readonly case: CaseObject;
  readonly envelope: Envelope;
  readonly act: Act;
  readonly reason?: string | undefined;
  readonly capacity?: Capacity | undefined;
}

export interface Carried extends CommandResult {
  /** False when something in the family is still under way after 10 s: answered with 202. */
  readonly settled: boolean;
}

/** Sends commands to cases: the API never writes a case's state itself. */
@Injectable()
export class CommandService {
  constructor(
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(RecusalCheck) private readonly recusals: RecusalCheck,
    @Inject(DeputyCheck) private readonly deputies: DeputyCheck,
    @Inject(PreviewPeople) private readonly people: PreviewPeople,
  ) {}

  /** Answers when the step is recorded and the family is at rest. */
  async carryOut(order: Order): Promise<Carried> {
    const result = await this.send(order);
    return { ...result, settled: await this.settling.atRest(order.case.family) };
  }

  /** Answers when the step is recorded; whether the family is at rest is the caller's to find out. */
  async send(order: Order): Promise<CommandResult> {
    await this.requireFit(order);
    const command = await this.commandOf(order);
    if (order.envelope.preview) throw new Previewed(await this.preview(order, command));
    return this.temporal.within(() => sendCommand(this.temporal.client, order.case.id, command));
  }

  /** Who acts, for whom, and to whom something is given: what the case itself does not know. */
  async requireFit(order: Pick<Order, 'caller' | 'case' | 'capacity' | 'act'>): Promise<void> {
    await this.recusals.require(order.case, order);
    await this.deputies.require(order.case, order);
  }

  private async preview(order: Order, command: Command): Promise<Preview> {
    const { case: circle, act } = order;
    const [preview, people] = await Promise.all([
      previewOf(this.temporal.client, circle.id, command),
      this.people.of(circle.id, act),
    ]);
    return { ...seenByGuest(preview, order), ...people };
  }

  /** When what is ordered was received, in a trial by the case's own, moved clock. */
  async receiptOf({ case: circle, envelope }: Pick<Order, 'case' | 'envelope'>): Promise<number> {
    if (!circle.trial) return envelope.receivedAt;
    return (await clockOf(this.temporal.client, circle.id)) ?? Math.max(circle.clock, envelope.receivedAt);
  }

  async commandOf(order: Order): Promise<Command> {
    const { caller, case: circle, envelope, act, reason, capacity } = order;
    return {
      id: envelope.id,
      bodyHash: envelope.bodyHash,
      actor: actorOf(caller, circle, capacity),
      receivedAt: await this.receiptOf(order),
      ...(reason ? { reason } : {}),
      ...act,
    };
  }
}
