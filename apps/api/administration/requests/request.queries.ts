import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../../database/queryable.ts';
import { isoOf } from '../../../../domain/instant.ts';
import type { Caller } from '../../access/caller.ts';
import { Conditions } from '../../lists/conditions.ts';
import { readCursor } from '../../lists/cursor.ts';
import { Pages } from '../../lists/page.ts';
import type { Changed } from '../changes.ts';
import type { AdminRequest, RequestQuery } from './request.schema.ts';

export type RequestRow = Omit<AdminRequest, 'requestedAt' | 'decidedAt'> & {
  readonly requestedAt: number;
  readonly decidedAt: number | null;
};

const columns = `r.id, r.kind, r.person_id as "personId", p.name as "personName", r.payload, r.reason,
  r.requested_by as "requestedBy", r.requested_at as "requestedAt", r.confirmer, r.decision, r.decided_by as "decidedBy",
  r.decided_at as "decidedAt", r.decision_reason as "decisionReason"`;
const from = 'admin_request r join person p on p.id = r.person_id';

@Injectable()
export class RequestQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  /** The newest first. */
  list({ state, confirmer, kind, personId, limit, cursor }: RequestQuery) {
    const where = new Conditions();
    if (state) where.add(`r.decision is ${state === 'open' ? '' : 'not '}null`);
    if (confirmer) where.add(`r.confirmer = ${where.bind(confirmer)}`);
    if (kind) where.add(`r.kind = ${where.bind(kind)}`);
    if (personId) where.add(`r.person_id = ${where.bind(personId)}`);
    return this.pages.page<RequestRow>({
      columns,
      from,
      where,
      sort: 'r.requested_at',
      type: 'timestamptz',
      id: 'r.id::text',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

export const requestOf = (row: RequestRow): AdminRequest => ({
  ...row,
  requestedAt: isoOf(row.requestedAt),
  decidedAt: row.decidedAt === null ? null : isoOf(row.decidedAt),
});

/** One request, locked against a second decision. */
export async function requestFor(db: Queryable, id: string): Promise<AdminRequest | undefined> {
  const [row] = await db.query<RequestRow[]>(`select ${columns} from ${from} where r.id::text = $1 for update of r`, [
    id,
  ]);
  return row && requestOf(row);
}

type Asked = Pick<AdminRequest, 'kind' | 'personId' | 'confirmer'> & {
  readonly payload: Readonly<Record<string, unknown>>;
  readonly reason: string | undefined;
};

/** Puts a request before whoever has to confirm it, with its trail. */
export async function insertRequest(db: Queryable, caller: Caller, asked: Asked): Promise<Changed<AdminRequest>> {
  const { kind, personId, payload, confirmer, reason } = asked;
  const [row] = await db.query<{ id: string }[]>(
    `insert into admin_request (kind, person_id, payload, reason, requested_by, requested_at, confirmer)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [kind, personId, JSON.stringify(payload), reason ?? null, caller.user, new Date(), confirmer],
  );
  const result = row && (await requestFor(db, row.id));
  if (!result) throw new Error('the request was not inserted');
  const { id } = result;
  return { result, entries: [{ action: 'request-made', object: ['request', id], after: result, reason }] };
}

export async function decideRequest(
  db: Queryable,
  id: string,
  { decision, by, reason }: { decision: NonNullable<AdminRequest['decision']>; by: string; reason: string | undefined },
): Promise<void> {
  await db.query(
    'update admin_request set decision = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1',
    [id, decision, by, new Date(), reason ?? null],
  );
}
