import { Inject, Injectable } from '@nestjs/common';
import { peopleToTell } from '../../../database/notices.queries.ts';
import { fromPool } from '../../../database/queryable.ts';
import { civilDateOf, startOfDay } from '../../../domain/civil-date.ts';
import type { Act } from '../../../engine/command.ts';
import { Database } from '../database.ts';
import type { Preview } from './preview.schema.ts';
import { peopleIn } from './recusal.check.ts';

type OfPeople = Pick<Preview, 'people' | 'reminder'>;

/** What a preview says of people: of those something is given to, and of those who would be told. */
@Injectable()
export class PreviewPeople {
  constructor(@Inject(Database) private readonly database: Database) {}

  async of(caseId: string, act: Act): Promise<OfPeople> {
    const users = peopleIn(act);
    return {
      ...(users.length === 0 ? {} : { people: await this.givenTo(users) }),
      ...(act.kind === 'remindTask' ? { reminder: await this.reminder(caseId, act.taskId) } : {}),
    };
  }

  /** Whoever has stepped back has been refused before. */
  private async givenTo(users: readonly string[]): Promise<NonNullable<OfPeople['people']>> {
    const rows = await this.database.rows<Omit<NonNullable<OfPeople['people']>[number], 'recused'>>(
      `select p.id as "user", p.name,
         (select max(b.until) from absence b where b.person_id = p.id and b.cancelled_at is null
            and $2::date between b.since and b.until) as "awayUntil",
         (select coalesce(jsonb_agg(distinct jsonb_build_object('user', e.id, 'name', e.name)), '[]') from deputy d join person e on e.id = d.deputy_id and e.active
          where d.principal_id = p.id and d.revoked_at is null and $2::date between d.since and d.until) as deputies
       from person p where p.id = any($1) order by array_position($1, p.id)`,
      [users, civilDateOf(Date.now())],
    );
    return rows.map((row) => ({ ...row, recused: false }));
  }

  /** 今天已催几次，将通知谁。 */
  private async reminder(caseId: string, taskId: string): Promise<NonNullable<OfPeople['reminder']>> {
    const at = new Date();
    const since = new Date(startOfDay(civilDateOf(at.getTime())));
    const [count, told] = await Promise.all([
      this.database.row<{ today: number }>(
        `select count(*) as today from timeline
         where case_id = $1 and task_id = $2 and kind = 'task-reminded' and at >= $3`,
        [caseId, taskId, since],
      ),
      peopleToTell(fromPool(this.database.pool), { caseId, taskId, tell: ['assignee', 'candidates'], at }),
    ]);
    return { today: count?.today ?? 0, told };
  }
}
