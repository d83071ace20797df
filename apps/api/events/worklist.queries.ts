import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '../access/caller.ts';
import { candidate } from '../access/reach.ts';
import { Database } from '../database.ts';
import { Conditions } from '../lists/conditions.ts';
import type { Worklist } from './event.schema.ts';

/** A fingerprint of what a person has to do and to read: it changes when any of it does. */
@Injectable()
export class WorklistQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  async stateOf(caller: Caller): Promise<Worklist & { readonly print: string }> {
    const where = new Conditions();
    const user = where.bind(caller.user);
    where.add(`t.status in ('open', 'suspended')`);
    where.add(`t.assignee = ${user} or (t.assignee is null and ${candidate(caller, where)})`);
    const row = await this.database.row<Worklist & { print: string }>(
      `select count(*) as open,
         (select count(*) from notice n where n.person_id = ${user} and n.read_at is null) as unread,
         coalesce(md5(string_agg(concat_ws(' ', t.id, t.status, t.assignee, t.level, t.due_at), ',' order by t.id)), '')
           as print
       from task_view t join case_view c on c.id = t.case_id where ${where.text()}`,
      where.values(),
    );
    return row ?? { open: 0, unread: 0, print: '' };
  }
}
