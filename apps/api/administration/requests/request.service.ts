import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../../database/queryable.ts';
import type { Queryable } from '../../../../database/queryable.ts';
import { administratorKindOf } from '../../../../domain/administration.ts';
import { CaseError } from '../../../../domain/errors.ts';
import type { Caller } from '../../access/caller.ts';
import { Database } from '../../database.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import { Granting } from './granting.ts';
import { decideRequest, requestFor, requestOf, RequestQueries } from './request.queries.ts';
import type { AdminRequest, Confirmed, RequestList, RequestQuery } from './request.schema.ts';

/** 变更申请: what one administrator asks for takes effect when another kind of administrator confirms it. */
@Injectable()
export class RequestService {
  constructor(
    @Inject(RequestQueries) private readonly queries: RequestQueries,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Granting) private readonly granting: Granting,
    @Inject(Database) private readonly database: Database,
  ) {}

  async list(query: RequestQuery): Promise<RequestList> {
    const { rows, ...page } = await this.queries.list(query);
    return { ...page, items: rows.map(requestOf) };
  }

  one(id: string): Promise<AdminRequest> {
    return known(fromPool(this.database.pool), id);
  }

  confirm(order: ChangeOrder, id: string, reason: string | undefined): Promise<Confirmed> {
    return this.changes.carryOut(order, async (db) => {
      const request = await known(db, id);
      requireConfirmer(order.caller, request);
      const granted = await this.granting.carryOut(db, request);
      await decideRequest(db, id, { decision: 'confirmed', by: order.caller.user, reason });
      const after = await known(db, id);
      return {
        result: { ...after, ...granted.result },
        entries: [{ action: 'request-confirmed', object: ['request', id], after, reason }, ...granted.entries],
      };
    });
  }

  refuse(order: ChangeOrder, id: string, reason: string): Promise<AdminRequest> {
    return this.changes.carryOut(order, async (db) => {
      requireConfirmer(order.caller, await known(db, id));
      await decideRequest(db, id, { decision: 'refused', by: order.caller.user, reason });
      const result = await known(db, id);
      return { result, entries: [{ action: 'request-refused', object: ['request', id], after: result, reason }] };
    });
  }

  withdraw(order: ChangeOrder, id: string, reason: string | undefined): Promise<AdminRequest> {
    return this.changes.carryOut(order, async (db) => {
      const request = await known(db, id);
      requireOpen(request);
      if (request.requestedBy !== order.caller.user) throw new CaseError('FORBIDDEN', '只有提出申请的管理员可以撤回');
      await decideRequest(db, id, { decision: 'withdrawn', by: order.caller.user, reason });
      const result = await known(db, id);
      return { result, entries: [{ action: 'request-withdrawn', object: ['request', id], after: result, reason }] };
    });
  }
}

async function known(db: Queryable, id: string): Promise<AdminRequest> {
  const found = await requestFor(db, id);
  if (!found) throw new CaseError('NOT_FOUND', '没有这项变更申请');
  return found;
}

function requireOpen({ decision }: AdminRequest): void {
  if (decision !== null) throw new CaseError('ALREADY_DECIDED', '这项变更申请已经办结', { decision });
}

/** Of the kind that decides, and neither who asked nor whom it is about. */
function requireConfirmer(caller: Caller, request: AdminRequest): void {
  requireOpen(request);
  if (administratorKindOf(caller) !== request.confirmer)
    throw new CaseError('FORBIDDEN', '这项变更申请由另一类管理员确认', { confirmer: request.confirmer });
  if ([request.requestedBy, request.personId].includes(caller.user))
    throw new CaseError('NOT_FOR_ONESELF', '本人提出或涉及本人的申请，须由其他管理员确认');
}
