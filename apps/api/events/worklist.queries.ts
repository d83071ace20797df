import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import { group, mine } from '../tasks/worklist.scope.ts';
import type { Worklist } from './event.schema.ts';

/** As many rows of each list as a page shows. */
const shown = 200;

type Scope = (caller: Caller, where: Conditions) => void;

/** A fingerprint of what a person has to do and to read: it changes when any of it does that a page would show. */
@Injectable()
export class WorklistQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async stateOf(caller: Caller): Promise<Worklist & { readonly print: string }> {
    const [own, offered, unread] = await Promise.all([
      this.print(caller, mine),
      this.print(caller, group),
      this.unread(caller.user),
    ]);
    return { open: own.open, unread, print: `${own.print} ${offered.print}` };
  }

  private async print(caller: Caller, scope: Scope): Promise<{ readonly open: number; readonly print: string }> {
    const where = new Conditions();
    scope(caller, where);
    const row = await this.database.row<{ open: number; print: string }>(
      `select count(*) as open, coalesce(md5(string_agg(concat_ws(' ', id, status, assignee, level, due_at), ',')), '') as print
       from (select t.id, t.status, t.assignee, t.level, t.due_at from task_view t
             where t.status in ('open', 'suspended') and not t.trial and ${where.text()}
             order by t.due_at, t.id limit ${shown}) listed`,
      where.values(),
    );
    return row ?? { open: 0, print: '' };
  }

  private async unread(user: string): Promise<number> {
    const row = await this.database.row<{ unread: number }>(
      'select count(*) as unread from notice where person_id = $1 and read_at is null',
      [user],
    );
    return row?.unread ?? 0;
  }
}
