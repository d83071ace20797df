import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';

export interface Credentials {
  readonly passwordHash: string | null;
  /** Epoch milliseconds. */
  readonly lockedUntil: number | null;
}

/** What logging in needs to know and keep about a person. */
@Injectable()
export class PersonQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  credentialsOf(user: string): Promise<Credentials | undefined> {
    return this.database.row<Credentials>(
      'select password_hash as "passwordHash", locked_until as "lockedUntil" from person where id = $1 and active',
      [user],
    );
  }

  /** Counts in one statement, so that guesses at the same moment are all counted. */
  async countFailure(user: string, limit: number, lockedUntil: Date): Promise<void> {
    await this.database.rows(
      `update person set
         failed_logins = case when failed_logins + 1 >= $2 then 0 else failed_logins + 1 end,
         locked_until = case when failed_logins + 1 >= $2 then $3 else locked_until end
       where id = $1`,
      [user, limit, lockedUntil],
    );
  }

  async forgetFailures(user: string): Promise<void> {
    await this.database.rows(
      'update person set failed_logins = 0, locked_until = null where id = $1 and (failed_logins > 0 or locked_until is not null)',
      [user],
    );
  }
}
