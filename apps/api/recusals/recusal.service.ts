import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import type { Queryable } from '../../../database/queryable.ts';
import { isHeadRole, mayDecideRecusal, mayReadCase, overseesAll } from '../../../domain/access.ts';
import { civilDate, civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { ObjectQueries } from '../access/object.queries.ts';
import { Changes } from '../administration/changes.ts';
import type { ChangeOrder } from '../administration/changes.ts';
import { Database } from '../database.ts';
import { colleague } from '../deputies/deputy.queries.ts';
import type { TrailAction, TrailEntry } from '../trail/trail.entry.ts';
import { RecusalCases } from './recusal.cases.ts';
import * as queries from './recusal.queries.ts';
import type { RecusalPlan } from './recusal.queries.ts';
import type { Approve, NewRecusal, Recusal, RecusalList, RecusalQuery } from './recusal.schema.ts';

/** 回避登记: asked for by the person, or by whoever sees the case; decided by who answers for the person. */
@Injectable()
export class RecusalService {
  constructor(
    @Inject(queries.RecusalQueries) private readonly lists: queries.RecusalQueries,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(ObjectQueries) private readonly objects: ObjectQueries,
    @Inject(RecusalCases) private readonly cases: RecusalCases,
    @Inject(Database) private readonly database: Database,
  ) {}

  async list(caller: Caller, query: RecusalQuery): Promise<RecusalList> {
    const houses = caller.posts.filter(({ role }) => isHeadRole(role)).map(({ agency }) => agency);
    const all = overseesAll(caller) || caller.posts.some(({ role }) => role === 'party.sec');
    const { rows, ...page } = await this.lists.list(query, { user: caller.user, houses, all });
    return { ...page, items: rows.map(queries.recusalOf) };
  }

  /** Approved at once where whoever asks is the one to decide. */
  async ask(order: ChangeOrder, body: NewRecusal): Promise<Recusal> {
    const { caller } = order;
    const plan = await this.planOf(caller, body);
    const asked = await this.changes.carryOut(order, async (db) => {
      const decides = mayDecideRecusal(caller, await person(db, plan.personId));
      if (!decides && plan.personId !== caller.user && plan.caseId === null)
        throw new CaseError('FORBIDDEN', '为他人登记与单位或人员有关的回避，由其单位负责人办理');
      if (await queries.sameRecusal(db, plan)) throw new CaseError('CONFLICT', '同样的回避已经登记');
      const id = await queries.insertRecusal(db, plan, caller.user);
      if (decides) await queries.decideRecusal(db, id, { state: 'approved', by: caller.user, reason: body.reason });
      const result = await known(db, id);
      return { result, entries: [entryOf(decides ? 'recusal-approved' : 'recusal-asked', result)] };
    });
    if (asked.state !== 'approved' || order.envelope.preview) return asked;
    await this.cases.stepBack({ caller, recusal: asked, handTo: body.handTo });
    return this.one(asked.id);
  }

  async approve(order: ChangeOrder, id: string, { handTo, reason }: Approve): Promise<Recusal> {
    const approved = await this.decide(order, id, { state: 'approved', reason });
    if (order.envelope.preview) return approved;
    await this.cases.stepBack({ caller: order.caller, recusal: approved, handTo });
    return this.one(id);
  }

  refuse(order: ChangeOrder, id: string, reason: string): Promise<Recusal> {
    return this.decide(order, id, { state: 'refused', reason });
  }

  /** What cases refused is tried once more. */
  async again(order: ChangeOrder, id: string, { handTo }: Approve): Promise<Recusal> {
    const recusal = await this.decidable(fromPool(this.database.pool), order.caller, id);
    if (recusal.state !== 'approved') throw new CaseError('ALREADY_DECIDED', '这项回避不在生效中');
    await this.cases.stepBack({ caller: order.caller, recusal, handTo });
    return this.one(id);
  }

  async lift(order: ChangeOrder, id: string, reason: string | undefined): Promise<Recusal> {
    const lifted = await this.changes.carryOut(order, async (db) => {
      const before = await this.decidable(db, order.caller, id);
      if (before.state !== 'approved') throw new CaseError('ALREADY_DECIDED', '这项回避不在生效中');
      await queries.liftRecusal(db, id, order.caller.user);
      const result = await known(db, id);
      return { result, entries: [{ ...entryOf('recusal-lifted', result), reason }] };
    });
    if (order.envelope.preview) return lifted;
    await this.cases.comeBack({ caller: order.caller, recusal: lifted });
    return this.one(id);
  }

  private one(id: string): Promise<Recusal> {
    return known(fromPool(this.database.pool), id);
  }

  private decide(
    order: ChangeOrder,
    id: string,
    { state, reason }: { state: 'approved' | 'refused'; reason: string | undefined },
  ): Promise<Recusal> {
    return this.changes.carryOut(order, async (db) => {
      const before = await this.decidable(db, order.caller, id);
      if (before.state !== 'asked') throw new CaseError('ALREADY_DECIDED', '这项回避已经决定');
      await queries.decideRecusal(db, id, { state, by: order.caller.user, reason });
      const result = await known(db, id);
      return { result, entries: [{ ...entryOf(`recusal-${state}`, result), reason }] };
    });
  }

  /** Hidden from whoever it is no business of. */
  private async decidable(db: Queryable, caller: Caller, id: string): Promise<Recusal> {
    const found = await queries.recusalFor(db, id);
    const decides = found && mayDecideRecusal(caller, await person(db, found.personId));
    if (found && decides) return found;
    if (found && [found.personId, found.askedBy].includes(caller.user))
      throw new CaseError('FORBIDDEN', '回避由其单位负责人决定，负责人的回避由上级决定');
    throw new CaseError('NOT_FOUND', '没有这项回避');
  }

  private async planOf(caller: Caller, body: NewRecusal): Promise<RecusalPlan> {
    const { caseId = null, unit, subject, ground, note = null, hides, until } = body;
    const since = civilDate(body.since ?? civilDateOf(Date.now()));
    if (until !== null && civilDate(until) < since) throw new CaseError('INVALID_DATES', '回避的截止日早于起始日');
    const party = unit ?? subject ?? null;
    const partyKind = party === null ? null : unit === undefined ? 'subject' : 'unit';
    const names = partyKind && (await queries.namesOfParty(fromPool(this.database.pool), partyKind, party ?? ''));
    if (names?.length === 0) throw new CaseError('UNKNOWN_AGENCY', `没有代码为“${party}”的单位`);
    const family = caseId === null ? null : await this.familyOf(caller, caseId);
    const personId = body.personId ?? caller.user;
    return { personId, caseId, family, party, partyKind, names, ground, note, hides, since, until };
  }

  private async familyOf(caller: Caller, id: string): Promise<string> {
    const found = await this.objects.caseById(id, caller);
    if (!found || !mayReadCase(caller, found)) throw new CaseError('NOT_FOUND', '没有这个案件，或者您不在知悉范围内');
    if (found.trial) throw new CaseError('NOT_SUPPORTED', '试运行不登记回避');
    return found.family;
  }
}

async function known(db: Queryable, id: string): Promise<Recusal> {
  const found = await queries.recusalFor(db, id);
  if (!found) throw new CaseError('NOT_FOUND', '没有这项回避');
  return found;
}

async function person(db: Queryable, id: string) {
  const found = await colleague(db, id);
  if (!found) throw new CaseError('UNKNOWN_PERSON', `没有名为“${id}”的办理人员`);
  return found;
}

/** The trail names person, scope and state; ground and note are business and stay here. */
const entryOf = (action: TrailAction, { id, personId, partyKind, state }: Recusal): TrailEntry => ({
  action,
  object: ['recusal', id],
  after: { personId, scope: partyKind ?? 'case', state },
});
