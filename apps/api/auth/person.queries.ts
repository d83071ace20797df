import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';

export interface Credentials {
  readonly passwordHash: string | null;
  /** By the security administrator. */
  readonly locked: boolean;
  /** Epoch milliseconds. */
  readonly lockedUntil: number | null;
  /** Of a one-time password, epoch milliseconds. */
  readonly expiresAt: number | null;
}

/** What logging in needs to know and keep about a person. */
@Injectable()
export class PersonQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  credentialsOf(user: string): Promise<Credentials | undefined> {
    return this.database.row<Credentials>(
      `select password_hash as "passwordHash", locked, locked_until as "lockedUntil",
         case when one_time then password_expires_at end as "expiresAt"
       from person where id = $1 and active`,
      [user],
    );
  }

  /** Counts in one statement, so that guesses at the same moment are all counted; true when this one locks the account. */
  async countFailure(user: string, limit: number, lockedUntil: Date): Promise<boolean> {
    const row = await this.database.row<{ locked: boolean }>(
      `update person set
         failed_logins = case when failed_logins + 1 >= $2 then 0 else failed_logins + 1 end,
         locked_until = case when failed_logins + 1 >= $2 then $3 else locked_until end
       where id = $1 returning failed_logins = 0 as locked`,
      [user, limit, lockedUntil],
    );
    return row?.locked ?? false;
  }

  async noteSignIn(user: string): Promise<void> {
    await this.database.rows(
      'update person set failed_logins = 0, locked_until = null, last_sign_in_at = $2 where id = $1',
      [user, new Date()],
    );
  }
}
