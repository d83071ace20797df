import { addDays } from '../domain/civil-date.ts';
import type { CivilDate } from '../domain/time.ts';
import { insertNotices } from './notices.queries.ts';
import type { Queryable } from './queryable.ts';

/** A unit with its last day, and to whom its affairs go. */
export interface EndedUnit {
  readonly id: string;
  readonly name: string;
  readonly until: CivilDate;
  readonly successor: string | null;
}

/** What an ending unit leaves behind. */
export interface Estate {
  /** Obligations that would have opened later: they open at the successor's, without one they are taken back on their day. */
  readonly obligations: number;
  /** Open steps that nobody can do from the day after. */
  readonly unowned: number;
}

/**
 * `task_view t` of unit $1 that nobody can do on day $2: neither whoever has it in hand by a post elsewhere, nor anybody who is
 * named, nor a holder of its role at the successor $3. Asked before the end is written it answers the same as after.
 */
const unowned = `not t.trial and t.status in ('open', 'suspended') and t.agency = $1
  and not exists (select from posts_on($2::date) h join person p on p.id = h.person_id and p.active
    where case when t.assignee is not null then h.person_id = t.assignee and h.agency_id <> $1
      else (h.person_id = any(t.candidate_users) and h.agency_id <> $1)
        or (h.agency_id = $3 and (t.role is null or h.role = t.role)) end)`;

const of = ({ id, until, successor }: Omit<EndedUnit, 'name'>) => [id, addDays(until, 1), successor] as const;

export async function estateOf(db: Queryable, unit: Omit<EndedUnit, 'name'>): Promise<Estate> {
  const [row] = await db.query<Estate[]>(
    `select (select count(*)::int from duty_occurrence where lead_id = $1 and status = 'planned' and opens_on >= $2::date) as obligations,
       (select count(*)::int from task_view t where ${unowned}) as unowned`,
    of(unit),
  );
  return row ?? { obligations: 0, unowned: 0 };
}

/** Whoever opened a case, and the commission's head, hear of each of its steps that the end of a unit leaves to nobody. */
export async function tellUnowned(db: Queryable, unit: EndedUnit, at: Date): Promise<void> {
  const left = await db.query<{ id: string; caseId: string; name: string }[]>(
    `select t.id, t.case_id as "caseId", t.name from task_view t where ${unowned} order by t.id`,
    of(unit),
  );
  const why = unit.successor === null ? '没有承接单位' : '承接单位没有人担任此岗位';
  for (const { id, caseId, name } of left) {
    await insertNotices(db, {
      id: `unit-ended:${unit.id}:${id}`,
      caseId,
      taskId: id,
      level: 0,
      tell: ['clock-owner', 'cdi.head'],
      text: `${unit.name}止于 ${unit.until}，${why}，“${name}”将无人可办，请转办`,
      at,
    });
  }
}
