import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { isoOf } from '../../../domain/instant.ts';
import { Conditions } from '../lists/conditions.ts';
import { readCursor } from '../lists/cursor.ts';
import { Pages } from '../lists/page.ts';
import type { Recusal, RecusalQuery } from './recusal.schema.ts';

type Instants = 'askedAt' | 'decidedAt' | 'liftedAt';
type RecusalRow = Omit<Recusal, Instants> & {
  readonly askedAt: number;
  readonly decidedAt: number | null;
  readonly liftedAt: number | null;
};

const columns = `r.id, r.person_id as "personId", p.name as "personName", r.case_id as "caseId", c.number as "caseNumber",
  r.party, r.party_kind as "partyKind", r.ground, r.note, r.hides, r.since, r.until, r.state, r.asked_by as "askedBy",
  r.asked_at as "askedAt", r.decided_by as "decidedBy", r.decided_at as "decidedAt", r.decision_reason as "decisionReason",
  r.lifted_by as "liftedBy", r.lifted_at as "liftedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('caseId', k.case_id, 'told', k.told, 'code', k.code, 'message', k.message)
                             order by k.case_id), '[]') from recusal_case k where k.recusal_id = r.id) as cases`;
const from = 'recusal r join person p on p.id = r.person_id left join case_view c on c.id = r.case_id';

/** Whose recusals somebody may see: one's own, those one asked for, those of the houses one leads, all for those who oversee. */
export interface Sight {
  readonly user: string;
  readonly houses: readonly string[];
  readonly all: boolean;
}

@Injectable()
export class RecusalQueries {
  constructor(@Inject(Pages) private readonly pages: Pages) {}

  list({ personId, caseId, state, limit, cursor }: RecusalQuery, { user, houses, all }: Sight) {
    const where = new Conditions();
    if (personId) where.add(`r.person_id = ${where.bind(personId)}`);
    if (caseId) where.add(`r.family = (select f.family from case_view f where f.id = ${where.bind(caseId)})`);
    if (state) where.add(`r.state = ${where.bind(state)}`);
    if (!all)
      where.add(`${where.bind(user)} in (r.person_id, r.asked_by) or p.agency_id = any(${where.bind(houses)}::text[])`);
    return this.pages.page<RecusalRow>({
      columns,
      from,
      where,
      sort: 'r.asked_at',
      type: 'timestamptz',
      id: 'r.id::text',
      descending: true,
      limit,
      cursor: readCursor(cursor),
    });
  }
}

const maybe = (instant: number | null): string | null => (instant === null ? null : isoOf(instant));

export const recusalOf = ({ askedAt, decidedAt, liftedAt, ...row }: RecusalRow): Recusal => ({
  ...row,
  askedAt: isoOf(askedAt),
  decidedAt: maybe(decidedAt),
  liftedAt: maybe(liftedAt),
});

export async function recusalFor(db: Queryable, id: string): Promise<Recusal | undefined> {
  const [row] = await db.query<RecusalRow[]>(`select ${columns} from ${from} where r.id::text = $1`, [id]);
  return row && recusalOf(row);
}

/** A recusal before it is one. */
export type RecusalPlan = Pick<Recusal, 'personId' | 'caseId' | 'party' | 'partyKind' | 'ground' | 'note' | 'hides'> & {
  readonly family: string | null;
  readonly names: readonly string[] | null;
  readonly since: string;
  readonly until: string | null;
};

export async function insertRecusal(db: Queryable, plan: RecusalPlan, by: string): Promise<string> {
  const [row] = await db.query<{ id: string }[]>(
    `insert into recusal (person_id, case_id, family, party, party_kind, names, ground, note, hides, since, until, state,
       asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'asked', $12, $13) returning id`,
    [
      plan.personId,
      plan.caseId,
      plan.family,
      plan.party,
      plan.partyKind,
      plan.names,
      plan.ground,
      plan.note,
      plan.hides,
      plan.since,
      plan.until,
      by,
      new Date(),
    ],
  );
  if (!row) throw new Error('the recusal was not inserted');
  return row.id;
}

export async function decideRecusal(
  db: Queryable,
  id: string,
  { state, by, reason }: { state: 'approved' | 'refused'; by: string; reason: string | undefined },
): Promise<void> {
  await db.query(
    'update recusal set state = $2, decided_by = $3, decided_at = $4, decision_reason = $5 where id = $1',
    [id, state, by, new Date(), reason ?? null],
  );
}

export async function liftRecusal(db: Queryable, id: string, by: string): Promise<void> {
  await db.query(`update recusal set state = 'lifted', lifted_by = $2, lifted_at = $3 where id = $1`, [
    id,
    by,
    new Date(),
  ]);
}

export async function sameRecusal(db: Queryable, { personId, family, party }: RecusalPlan): Promise<boolean> {
  const [row] = await db.query<unknown[]>(
    `select from recusal where person_id = $1 and state in ('asked', 'approved')
       and (family = $2 or party = $3)`,
    [personId, family, party],
  );
  return row !== undefined;
}

/** Every name under which cases may call a unit, or a person whom the registry knows. */
export async function namesOfParty(db: Queryable, kind: 'unit' | 'subject', party: string): Promise<readonly string[]> {
  const sql =
    kind === 'unit'
      ? `select id as name from agency where id = $1 union select name from agency where id = $1
         union select name from unit_term where unit_id = $1`
      : `select $1::text as name union select id from cadre where $1 in (id, name, account)
         union select name from cadre where $1 in (id, account) union select account from cadre where $1 in (id, name)`;
  const rows = await db.query<{ name: string | null }[]>(sql, [party]);
  return rows.flatMap(({ name }) => (name === null ? [] : [name]));
}

/** Running cases that the recusal is about and in whose circle the person stands. */
export async function casesConcerned(db: Queryable, id: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }[]>(
    `select c.id from recusal r join case_view c on not c.trial and c.status not in ('completed', 'cancelled')
       and (c.family = r.family or concerns(r.names, c.family))
     where r.id::text = $1 and (r.case_id is not null or r.person_id = any(c.people) or c.opened_by = r.person_id
       or exists (select from post h where h.person_id = r.person_id and h.agency_id = any(c.agencies)))
     order by c.opened_at, c.id limit 2000`,
    [id],
  );
  return rows.map((row) => row.id);
}

export async function noteTold(
  db: Queryable,
  id: string,
  { caseId, told, code, message }: Recusal['cases'][number],
): Promise<void> {
  await db.query(
    `insert into recusal_case (recusal_id, case_id, told, code, message) values ($1, $2, $3, $4, $5)
     on conflict (recusal_id, case_id) do update set told = excluded.told, code = excluded.code, message = excluded.message`,
    [id, caseId, told, code, message],
  );
}
