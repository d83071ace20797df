import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { leads } from '../../../domain/access.ts';
import { administratorKindOf } from '../../../domain/administration.ts';
import { civilDate } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import type { Caller } from '../access/caller.ts';
import { Changes } from '../administration/changes.ts';
import type { ChangeOrder } from '../administration/changes.ts';
import { colleague } from '../deputies/deputy.queries.ts';
import { absenceFor, absenceOf, AbsenceQueries, cancelAbsence, insertAbsence, overlapping } from './absence.queries.ts';
import type { Absence, AbsenceList, AbsenceQuery, NewAbsence } from './absence.schema.ts';

/** 不在岗: entered by oneself, by whoever leads the house, or by the system administrator. */
@Injectable()
export class AbsenceService {
  constructor(
    @Inject(AbsenceQueries) private readonly queries: AbsenceQueries,
    @Inject(Changes) private readonly changes: Changes,
  ) {}

  /** Everybody may know who is away and who stands in; why is for those who entered it. */
  async list(caller: Caller, query: AbsenceQuery): Promise<AbsenceList> {
    const { rows, ...page } = await this.queries.list(query);
    const items = rows.map(absenceOf).map((absence) => {
      const own = [absence.personId, absence.enteredBy].includes(caller.user);
      return own ? absence : { ...absence, kind: null, note: null };
    });
    return { ...page, items };
  }

  enter(order: ChangeOrder, { personId = order.caller.user, note, ...days }: NewAbsence): Promise<Absence> {
    const plan = { personId, note: note ?? null, ...days };
    return this.changes.carryOut(order, async (db) => {
      await requireRight(db, order.caller, personId);
      if (civilDate(plan.until) < civilDate(plan.since)) {
        const message = '截止日早于起始日';
        throw new CaseError('INVALID_DATES', message, { defects: [{ code: 'INVALID_DATES', message, path: 'until' }] });
      }
      if (await overlapping(db, plan)) throw new CaseError('CONFLICT', '这段时间已经登记为不在岗');
      const result = await known(db, await insertAbsence(db, plan, order.caller.user));
      return { result, entries: [{ action: 'absence-entered', object: ['absence', result.id], after: result }] };
    });
  }

  cancel(order: ChangeOrder, id: string, reason: string | undefined): Promise<Absence> {
    return this.changes.carryOut(order, async (db) => {
      const before = await known(db, id);
      await requireRight(db, order.caller, before.personId);
      if (before.cancelledAt !== null) throw new CaseError('ALREADY_REVOKED', '该登记已经取消');
      await cancelAbsence(db, id, order.caller.user);
      const result = await known(db, id);
      const entry = { action: 'absence-cancelled', object: ['absence', id], before, after: result, reason } as const;
      return { result, entries: [entry] };
    });
  }
}

async function known(db: Queryable, id: string): Promise<Absence> {
  const found = await absenceFor(db, id);
  if (!found) throw new CaseError('NOT_FOUND', '没有这条登记');
  return found;
}

async function requireRight(db: Queryable, caller: Caller, person: string): Promise<void> {
  if (person === caller.user || administratorKindOf(caller) === 'sysadmin') {
    if (await colleague(db, person)) return;
    throw new CaseError('UNKNOWN_PERSON', `没有名为“${person}”的在岗人员`);
  }
  const found = await colleague(db, person);
  if (found && leads(caller, found.house)) return;
  throw new CaseError('FORBIDDEN', '只有本人、其单位负责人或系统管理员可以登记不在岗');
}
