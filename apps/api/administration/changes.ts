import { Inject, Injectable } from '@nestjs/common';
import { administratorKindOf } from '../../../domain/administration.ts';
import type { Queryable } from '../../../database/queryable.ts';
import type { Caller } from '../access/caller.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Database } from '../database.ts';
import type { TrailActor, TrailEntry } from '../trail/trail.entry.ts';
import { writeTrail } from '../trail/write-trail.ts';

/** Who changes what, as a route has it. */
export interface ChangeOrder {
  readonly caller: Caller;
  readonly envelope: Envelope;
}

export interface Changed<Result> {
  readonly result: Result;
  readonly entries: readonly TrailEntry[];
}

const trailActorOf = (caller: Caller): TrailActor => ({
  user: caller.user,
  kind: administratorKindOf(caller),
  remote: caller.remote,
});

/** Changes of the directory: each with its trail, whole or not at all. A preview does everything and takes it back. */
@Injectable()
export class Changes {
  constructor(@Inject(Database) private readonly database: Database) {}

  async carryOut<Result>(
    { caller, envelope }: ChangeOrder,
    change: (db: Queryable) => Promise<Changed<Result>>,
  ): Promise<Result> {
    return this.database.tried(envelope.preview, async (db) => {
      const { result, entries } = await change(db);
      await writeTrail(db, trailActorOf(caller), entries);
      return result;
    });
  }
}
