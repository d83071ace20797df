import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../../domain/errors.ts';
import type { Caller } from '../../access/caller.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import { revokeSession, SessionListQueries, sessionOf } from './session-list.queries.ts';
import type { SessionList, SessionQuery } from './session.schema.ts';

@Injectable()
export class SessionListService {
  constructor(
    @Inject(SessionListQueries) private readonly queries: SessionListQueries,
    @Inject(Changes) private readonly changes: Changes,
  ) {}

  async list({ session }: Caller, query: SessionQuery): Promise<SessionList> {
    const { rows, ...page } = await this.queries.list(session, query);
    return { ...page, items: rows.map(sessionOf) };
  }

  /** `of` limits it to one person's sessions. */
  revoke(order: ChangeOrder, id: string, reason: string | undefined, of: string | null = null): Promise<{ ok: true }> {
    return this.changes.carryOut(order, async (db) => {
      const person = await revokeSession(db, id, of);
      if (person === undefined) throw new CaseError('NOT_FOUND', '没有这个登录会话');
      const result = { ok: true } as const;
      return { result, entries: [{ action: 'session-revoked', object: ['session', id], after: { person }, reason }] };
    });
  }
}
