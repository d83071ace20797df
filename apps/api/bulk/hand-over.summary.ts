import { Inject, Injectable } from '@nestjs/common';
import { fromPool } from '../../../database/queryable.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { CaseError } from '../../../domain/errors.ts';
import { Database } from '../database.ts';
import { casesOf, stepsOf } from './hand-over.queries.ts';
import type { StepOfPerson } from './hand-over.queries.ts';
import type { LeftBehind } from './hand-over.schema.ts';

type OfPerson = Omit<LeftBehind, 'openTasks' | 'overdue' | 'cases' | 'tasks'>;

const deputiesOf = (person: 'principal_id' | 'deputy_id', other: 'principal_id' | 'deputy_id') =>
  `(select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'user', o.id, 'name', o.name, 'since', d.since,
      'until', d.until) order by d.since, d.id), '[]')
    from deputy d join person o on o.id = d.${other}
    where d.${person} = p.id and d.revoked_at is null and d.until >= $2::date)`;

const personSql = `select jsonb_build_object('id', p.id, 'name', p.name, 'active', p.active) as person,
  (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'agency', h.agency_id, 'since', h.since,
      'until', h.until) order by h.since, h.role, h.agency_id), '[]')
    from post h where h.person_id = p.id and coalesce(h.until >= $2::date, true)) as posts,
  ${deputiesOf('principal_id', 'deputy_id')} as deputies,
  ${deputiesOf('deputy_id', 'principal_id')} as principals,
  (select count(*) from list_view v where v.owner_id = p.id and v.shared_with is not null) as "sharedViews",
  (select max(b.until) from absence b
    where b.person_id = p.id and b.cancelled_at is null and $2::date between b.since and b.until) as "awayUntil"
  from person p where p.id = $1`;

/** 交接清单: what somebody who goes leaves behind. No case is named in it. */
@Injectable()
export class HandOverSummary {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(user: string): Promise<LeftBehind> {
    const db = fromPool(this.database.pool);
    const now = Date.now();
    const [found, steps, cases] = await Promise.all([
      this.database.row<OfPerson>(personSql, [user, civilDateOf(now)]),
      stepsOf(db, user),
      casesOf(db, user),
    ]);
    if (!found) throw new CaseError('NOT_FOUND', '没有这个人员');
    const overdue = steps.filter(({ dueAt }) => dueAt !== null && dueAt <= now).length;
    return { ...found, openTasks: steps.length, overdue, cases: cases.length, tasks: counted(steps) };
  }
}

function counted(steps: readonly StepOfPerson[]): LeftBehind['tasks'] {
  const groups = Map.groupBy(steps, ({ role, agency }) => `${role ?? ''}@${agency ?? ''}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ role: first.role, agency: first.agency, count: group.length }] : [];
  });
}
