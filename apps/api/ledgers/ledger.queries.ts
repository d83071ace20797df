import { Inject, Injectable } from '@nestjs/common';
import { isSupervised, overseesAll } from '../../../domain/access.ts';
import type { Caller } from '../access/caller.ts';
import { inside, withinCircle } from '../access/reach.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { LedgerQuery, LedgerRecord } from './ledger.schema.ts';

type LedgerRow = Omit<LedgerRecord, 'createdAt' | 'changedAt'> & {
  readonly createdAt: number;
  readonly changedAt: number;
};

/** Records of one kind across the cases in the caller's circle, the latest change first. */
@Injectable()
export class LedgerQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list(kind: string, caller: Caller, { caseId, status, agency, trial, limit, cursor }: LedgerQuery) {
    const where = new Conditions();
    where.add(`r.ledger = ${where.bind(kind)}`);
    if (caseId) where.add(`r.case_id = ${where.bind(caseId)}`);
    if (trial !== undefined || !caseId) where.add(`r.trial = ${where.bind(trial ?? false)}`);
    if (status) where.add(`r.status = ${where.bind(status)}`);
    if (agency) where.add(`r.agency = ${where.bind(agency)}`);
    withinCircle(caller, where);
    ownOnly(caller, where);
    return this.pages.page<LedgerRow>({
      columns: `r.ledger, r.id, r.case_id as "caseId", c.number as "caseNumber", c.title as "caseTitle", r.status,
        r.agency, r.element_id as "elementId", r.created_at as "createdAt", r.changed_at as "changedAt", r.data`,
      from: 'record_view r join case_view c on c.id = r.case_id',
      where,
      sort: 'r.changed_at',
      type: 'timestamptz',
      id: `r.case_id || ' ' || r.id`,
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

/** A guest sees none, a supervised unit those that are its own. */
function ownOnly(caller: Caller, where: Conditions): void {
  if (overseesAll(caller)) return;
  if (!isSupervised(caller)) return where.add(inside(caller, where));
  const own = where.bind(caller.posts.map(({ agency }) => agency));
  where.add(`${inside(caller, where)} or r.agency = any(${own}::text[]) or r.data->>'unit' = any(${own}::text[])`);
}
