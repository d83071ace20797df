import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { takesPart } from '../../../domain/access.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { fromPool } from '../../../database/queryable.ts';
import { receiversOf, startedBy } from '../../../database/receivers.queries.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { CaseOpening } from '../cases/case.opening.ts';
import { CommandService } from '../commands/command.service.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Database } from '../database.ts';
import type { Message, Reached, Signal } from './message.schema.ts';

type Thrown = Message & { readonly kind: 'message' | 'signal' };

/** Takes messages and signals from outside to the cases that wait for them, within the caller's circle. */
@Injectable()
export class MessageService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(CommandService) private readonly commands: CommandService,
    @Inject(CaseOpening) private readonly opening: CaseOpening,
  ) {}

  /** To exactly one waiting case, else to a message start event. */
  async message(message: Message, caller: Caller, envelope: Envelope): Promise<Reached> {
    const thrown: Thrown = { ...message, kind: 'message' };
    const waiting = await this.waiting(thrown, caller);
    if (waiting.length > 1)
      throw new CaseError(
        'AMBIGUOUS_RECEIVER',
        `有 ${waiting.length} 个案件都在等待“${message.name}”，请补充关联条件`,
        {
          cases: waiting.map(({ id }) => id),
        },
      );
    if (waiting.length > 0) return this.send(thrown, waiting, caller, envelope);
    const keys = await this.begunBy(thrown, envelope);
    if (keys.length > 1)
      throw new CaseError('AMBIGUOUS_RECEIVER', `有 ${keys.length} 个流程都以“${message.name}”开始`, {
        definitions: keys,
      });
    if (keys.length === 0) throw new CaseError('NO_RECEIVER', `没有案件在等待消息“${message.name}”，消息不予保留`);
    return this.start(thrown, keys, caller, envelope);
  }

  /** To all that listen. */
  async signal(signal: Signal, caller: Caller, envelope: Envelope): Promise<Reached> {
    const thrown: Thrown = { ...signal, kind: 'signal' };
    const keys = await this.begunBy(thrown, envelope);
    const sent = await this.send(thrown, await this.waiting(thrown, caller), caller, envelope);
    const begun = await this.start(thrown, keys, caller, envelope);
    return { cases: sent.cases, started: begun.started, settled: sent.settled && begun.settled };
  }

  private begunBy(thrown: Thrown, { receivedAt }: Envelope): Promise<readonly string[]> {
    return startedBy(fromPool(this.database.pool), thrown, civilDateOf(receivedAt));
  }

  private async waiting({ kind, name, correlation = {}, trial = false }: Thrown, caller: Caller) {
    const wanted = { kind, name, correlation, trial, openedBy: caller.user };
    const ids = await receiversOf(fromPool(this.database.pool), wanted);
    const cases = await Promise.all(ids.map((id) => this.objects.caseById(id, caller)));
    return cases.filter((found): found is CaseObject => found !== undefined && takesPart(caller, found));
  }

  private async send(
    thrown: Thrown,
    cases: readonly CaseObject[],
    caller: Caller,
    envelope: Envelope,
  ): Promise<Reached> {
    const { kind, name, variables, correlation, reason } = thrown;
    const chosen = kind === 'message' && correlation ? { correlation } : {};
    const act = { kind, name, ...(variables ? { variables } : {}), ...chosen };
    // One case that cannot answer keeps nobody else from hearing.
    const answers = await Promise.allSettled(
      cases.map((receiver) => this.commands.carryOut({ caller, case: receiver, envelope, act, reason })),
    );
    const reached = cases.filter((_, index) => answers[index]?.status === 'fulfilled');
    for (const answer of answers) {
      if (answer.status === 'rejected' && !(kind === 'signal' && isDeaf(answer.reason))) throw answer.reason;
    }
    const settled = answers.every((answer) => answer.status === 'rejected' || answer.value.settled);
    return { cases: reached.map(({ id }) => id), started: [], settled };
  }

  private async start(thrown: Thrown, keys: readonly string[], caller: Caller, envelope: Envelope): Promise<Reached> {
    const started: string[] = [];
    let settled = true;
    for (const definitionKey of keys) {
      const id = createHash('sha256').update(`${envelope.id} ${definitionKey}`).digest('hex').slice(0, 40);
      const { kind, name, variables, reason, trial = false } = thrown;
      const opened = await this.opening.open({ definitionKey, [kind]: name, variables, reason, trial }, caller, {
        ...envelope,
        id,
      });
      started.push(opened.id);
      settled &&= opened.settled;
    }
    return { cases: [], started, settled };
  }
}

/** A case that is suspended, has ended or no longer listens misses a signal; the others do not. */
const isDeaf = (error: unknown): boolean =>
  error instanceof CaseError && ['NO_RECEIVER', 'CASE_SUSPENDED', 'CASE_ENDED'].includes(error.code);
