import { Inject, Injectable } from '@nestjs/common';
import type { Queryable } from '../../../database/queryable.ts';
import { administratorKinds } from '../../../domain/administration.ts';
import { civilDateOf } from '../../../domain/civil-date.ts';
import { Database } from '../database.ts';
import type { TrailAction } from '../trail/trail.entry.ts';
import { writeTrail } from '../trail/write-trail.ts';

/** Who came in, who did not, who left: each with the address it came from. */
@Injectable()
export class SignInTrail {
  constructor(@Inject(Database) private readonly database: Database) {}

  async note(action: TrailAction, { user, remote }: { readonly user: string; readonly remote: string }): Promise<void> {
    await this.database.transaction(async (db) => {
      const kind = await kindOf(db, user);
      await writeTrail(db, { user, kind, remote }, [{ action, object: ['person', user] }]);
    });
  }
}

/** The administrator's post that the account holds today. */
async function kindOf(db: Queryable, user: string): Promise<string | null> {
  const [post] = await db.query<{ role: string }[]>(
    `select role from post where person_id = $1 and role = any($2) and since <= $3::date
       and coalesce(until >= $3::date, true) limit 1`,
    [user, [...administratorKinds], civilDateOf(Date.now())],
  );
  return post?.role ?? null;
}
