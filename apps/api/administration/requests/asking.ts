import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { administratorKindOf, resettersOf } from '../../../../domain/administration.ts';
import type { AdministratorKind } from '../../../../domain/administration.ts';
import { CaseError } from '../../../../domain/errors.ts';
import { Changes } from '../changes.ts';
import type { ChangeOrder } from '../changes.ts';
import { kindOf, knownPerson, refuseOneself } from '../people/person.rules.ts';
import type { Person } from '../people/person.schema.ts';
import { insertRequest } from './request.queries.ts';
import type { AdminRequest, NewRequest } from './request.schema.ts';

/** What is asked for about an account, and who must confirm it. */
@Injectable()
export class Asking {
  constructor(@Inject(Changes) private readonly changes: Changes) {}

  ask(order: ChangeOrder, { kind, personId, reason }: NewRequest): Promise<AdminRequest> {
    return this.changes.carryOut(order, async (db) => {
      const person = await knownPerson(db, personId);
      refuseOneself(order.caller, personId);
      await refuseTwice(db, kind, personId);
      const confirmer = confirmerOf(kind, person, administratorKindOf(order.caller));
      return insertRequest(db, order.caller, { kind, personId, payload: {}, confirmer, reason });
    });
  }
}

function confirmerOf(kind: NewRequest['kind'], person: Person, asking: AdministratorKind | null): AdministratorKind {
  if (kind === 'reactivation') {
    if (person.active) throw new CaseError('ACCOUNT_ACTIVE', '该账号没有停用');
    if (asking !== 'sysadmin') throw new CaseError('FORBIDDEN', '恢复账号由系统管理员申请');
    return 'secadmin';
  }
  const subject = kindOf(person);
  if (subject === null) throw new CaseError('NO_REQUEST_NEEDED', '非管理员账号的口令由安全保密管理员直接重置');
  const { asks, confirms } = resettersOf(subject);
  if (asking !== asks) throw new CaseError('FORBIDDEN', '这类管理员的口令由另一类管理员申请重置', { asks, confirms });
  return confirms;
}

async function refuseTwice(db: Queryable, kind: string, person: string): Promise<void> {
  const [open] = await db.query<{ id: string }[]>(
    'select id from admin_request where kind = $1 and person_id = $2 and decision is null',
    [kind, person],
  );
  if (open) throw new CaseError('CONFLICT', '同样的申请已在等待确认', { request: open.id });
}
