import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';
import type { DraftContent } from './draft.schema.ts';

@Injectable()
export class DraftQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  one(user: string, task: string): Promise<{ readonly content: DraftContent; readonly savedAt: number } | undefined> {
    return this.database.row('select content, saved_at as "savedAt" from draft where person_id = $1 and task_id = $2', [
      user,
      task,
    ]);
  }

  async save(user: string, task: string, content: DraftContent, at: Date): Promise<void> {
    await this.database.rows(
      `insert into draft (person_id, task_id, content, saved_at) values ($1, $2, $3, $4)
       on conflict (person_id, task_id) do update set content = excluded.content, saved_at = excluded.saved_at`,
      [user, task, JSON.stringify(content), at],
    );
  }

  async drop(user: string, task: string): Promise<void> {
    await this.database.rows('delete from draft where person_id = $1 and task_id = $2', [user, task]);
  }
}
