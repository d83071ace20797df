import { setTimeout as pause } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';

const patience = 10_000;
const pace = 15;

/** A family is at rest when none of its messages is under way. */
@Injectable()
export class Settling {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Waits up to 10 s; false when something is still under way then. */
  async atRest(family: string): Promise<boolean> {
    const until = Date.now() + patience;
    while (await this.pending(family)) {
      if (Date.now() >= until) return false;
      await pause(pace);
    }
    return true;
  }

  private async pending(family: string): Promise<boolean> {
    const row = await this.database.row('select 1 from delivery where family = $1 and done_at is null limit 1', [
      family,
    ]);
    return row !== undefined;
  }
}
