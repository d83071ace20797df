import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import type { FeedTask } from './feed.text.ts';

@Injectable()
export class FeedQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  own(user: string): Promise<{ readonly createdAt: number; readonly lastReadAt: number | null } | undefined> {
    return this.database.row(
      'select created_at as "createdAt", last_read_at as "lastReadAt" from calendar_feed where person_id = $1',
      [user],
    );
  }

  async put(user: string, tokenHash: string, at: Date): Promise<void> {
    await this.database.rows(
      `insert into calendar_feed (token_hash, person_id, created_at) values ($1, $2, $3)
       on conflict (person_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at,
         last_read_at = null`,
      [tokenHash, user, at],
    );
  }

  async drop(user: string): Promise<void> {
    await this.database.rows('delete from calendar_feed where person_id = $1', [user]);
  }

  /** Whose feed it is, as long as they are there; notes that it was read. */
  reader(tokenHash: string, at: Date): Promise<{ readonly id: string; readonly name: string } | undefined> {
    return this.database.row(
      `update calendar_feed f set last_read_at = $2 from person p
       where f.token_hash = $1 and p.id = f.person_id and p.active returning p.id, p.name`,
      [tokenHash, at],
    );
  }

  /** Open steps with a day, in one's hands or delegated by one. */
  deadlines(user: string): Promise<readonly FeedTask[]> {
    return this.database.rows(
      `select t.id, t.name, c.number as "caseNumber", c.title as "caseTitle", c.secrecy, t.due_on as "dueOn",
         t.due_at as "dueAt", c.clock as "changedAt"
       from task_view t join case_view c on c.id = t.case_id
       where t.status = 'open' and not t.trial and t.due_at is not null and (t.assignee = $1 or t.owner = $1)
       order by t.due_at, t.id limit 1000`,
      [user],
    );
  }
}
