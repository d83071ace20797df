import { Inject, Injectable } from '@nestjs/common';
import { isHeadRole, leads } from '../../../domain/access.ts';
import { administratorKindOf } from '../../../domain/administration.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Queryable } from '../../../database/queryable.ts';
import type { Caller } from '../access/caller.ts';
import { Changes } from '../administration/changes.ts';
import type { ChangeOrder } from '../administration/changes.ts';
import { insertRequest } from '../administration/requests/request.queries.ts';
import type { AdminRequest } from '../administration/requests/request.schema.ts';
import { RoleStore } from '../roles/role.store.ts';
import { colleague, deputyFor, deputyOf, DeputyQueries, insertDeputy, revokeDeputy } from './deputy.queries.ts';
import type { DeputyPlan } from './deputy.queries.ts';
import { requireDeputy } from './deputy.rules.ts';
import type { AskedDeputy, Deputy, DeputyList, DeputyQuery, Given, NewDeputy } from './deputy.schema.ts';

/** 代理: given by oneself, by whoever leads the house, or for somebody absent by two administrators. */
@Injectable()
export class DeputyService {
  constructor(
    @Inject(DeputyQueries) private readonly queries: DeputyQueries,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(RoleStore) private readonly roles: RoleStore,
  ) {}

  async list(caller: Caller, query: DeputyQuery): Promise<DeputyList> {
    const led = caller.posts.filter(({ role }) => isHeadRole(role)).map(({ agency }) => agency);
    const seenBy = administratorKindOf(caller) === null ? { user: caller.user, leads: led } : null;
    const { rows, ...page } = await this.queries.list(query, seenBy);
    return { ...page, items: rows.map(deputyOf) };
  }

  async give(order: ChangeOrder, { principal = order.caller.user, ...asked }: NewDeputy): Promise<Given> {
    const book = await this.roles.all();
    const plan = planOf(principal, asked);
    return this.changes.carryOut(order, async (db) => {
      if (principal !== order.caller.user) await requireLeader(db, order.caller, principal);
      if (principal !== order.caller.user && plan.deputy === order.caller.user)
        throw new CaseError('NOT_FOR_ONESELF', '不能指定自己为他人的代理人');
      const warnings = await requireDeputy(db, book, plan);
      const given = await known(db, await insertDeputy(db, plan, order.caller.user));
      const entry = {
        action: 'deputy-given',
        object: ['deputy', given.id],
        after: given,
        reason: asked.reason,
      } as const;
      return { result: { ...given, warnings }, entries: [entry] };
    });
  }

  /** For somebody absent: another kind of administrator confirms it. */
  async ask(order: ChangeOrder, principal: string, asked: AskedDeputy): Promise<AdminRequest> {
    const book = await this.roles.all();
    const plan = planOf(principal, asked);
    return this.changes.carryOut(order, async (db) => {
      await requireDeputy(db, book, plan);
      const { reason } = asked;
      return insertRequest(db, order.caller, {
        kind: 'deputy',
        personId: principal,
        payload: plan,
        confirmer: 'secadmin',
        reason,
      });
    });
  }

  /** Who gave it, whom it is for or whom it burdens may end it, at once; also whoever leads the house, and administrators. */
  revoke(order: ChangeOrder, id: string, reason: string | undefined): Promise<Deputy> {
    const { caller } = order;
    return this.changes.carryOut(order, async (db) => {
      const before = await known(db, id);
      const own = [before.principal, before.deputy, before.givenBy].includes(caller.user);
      const kind = administratorKindOf(caller);
      if (!own && kind !== 'sysadmin' && kind !== 'secadmin') await requireLeader(db, caller, before.principal);
      if (before.revokedAt !== null) throw new CaseError('ALREADY_REVOKED', '该代理已经撤销');
      await revokeDeputy(db, id, caller.user, reason);
      const result = await known(db, id);
      return { result, entries: [{ action: 'deputy-revoked', object: ['deputy', id], before, after: result, reason }] };
    });
  }
}

const planOf = (principal: string, { since, reason, ...term }: AskedDeputy): DeputyPlan => ({
  principal,
  ...term,
  since: since ?? civilDateOf(Date.now()),
  reason: reason ?? null,
});

async function known(db: Queryable, id: string): Promise<Deputy> {
  const found = await deputyFor(db, id);
  if (!found) throw new CaseError('NOT_FOUND', '没有这项代理');
  return found;
}

/** The principal's head, for those who are no heads themselves; others are told nothing about the person. */
async function requireLeader(db: Queryable, caller: Caller, principal: string): Promise<void> {
  const found = await colleague(db, principal);
  if (found && leads(caller, found.house) && !found.roles.some(isHeadRole)) return;
  throw new CaseError('FORBIDDEN', '只有本人、其单位负责人或管理员可以办理代理');
}
