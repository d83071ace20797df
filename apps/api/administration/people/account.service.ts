import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { CaseError } from '../../../../domain/errors.ts';
import type { TrailAction } from '../../trail/trail.entry.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import { issuePassword } from './issue-password.ts';
import { endSessionsOf, lockAccount, unlockAccount } from './person.queries.ts';
import { kindOf, knownPerson, refuseOneself, requireAnother } from './person.rules.ts';
import type { Issued, Person } from './person.schema.ts';

/** The security administrator's part: the ways in. */
@Injectable()
export class AccountService {
  constructor(@Inject(Changes) private readonly changes: Changes) {}

  /** The old password and every session are void. An administrator's is reset by request only. */
  resetPassword(order: ChangeOrder, id: string, reason: string | undefined): Promise<Issued> {
    return this.changes.carryOut(order, async (db) => {
      const person = await knownPerson(db, id);
      refuseOneself(order.caller, id);
      if (kindOf(person) !== null)
        throw new CaseError('NEEDS_CONFIRMATION', '管理员的口令须另行申请，由另一类管理员确认后重置');
      const { entry, ...issued } = await issuePassword(db, person);
      return { result: { person: await knownPerson(db, id), ...issued }, entries: [{ ...entry, reason }] };
    });
  }

  /** Until it is unlocked; whoever is signed in is signed out. */
  lock(order: ChangeOrder, id: string, reason: string | undefined): Promise<Person> {
    refuseOneself(order.caller, id);
    return this.changed(order, { id, action: 'person-locked', reason }, async (db, person) => {
      await requireAnother(db, person);
      await lockAccount(db, id);
    });
  }

  unlock(order: ChangeOrder, id: string, reason: string | undefined): Promise<Person> {
    refuseOneself(order.caller, id);
    return this.changed(order, { id, action: 'person-unlocked', reason }, (db) => unlockAccount(db, id));
  }

  signOut(order: ChangeOrder, id: string, reason: string | undefined): Promise<Person> {
    return this.changed(
      order,
      { id, action: 'session-revoked', reason },
      async (db) => void (await endSessionsOf(db, id)),
    );
  }

  private changed(
    order: ChangeOrder,
    { id, action, reason }: { id: string; action: TrailAction; reason: string | undefined },
    act: (db: Queryable, person: Person) => Promise<void>,
  ): Promise<Person> {
    return this.changes.carryOut(order, async (db) => {
      const before = await knownPerson(db, id);
      await act(db, before);
      const result = await knownPerson(db, id);
      return { result, entries: [{ action, object: ['person', id], before, after: result, reason }] };
    });
  }
}
