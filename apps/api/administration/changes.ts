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

/** Thrown to undo a change that was only to be looked at. */
class Undone<Result> extends Error {
  constructor(readonly result: Result) {
    super('previewed');
  }
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
    try {
      return await this.database.transaction(async (db) => {
        const { result, entries } = await change(db);
        await writeTrail(db, trailActorOf(caller), entries);
        if (envelope.preview) throw new Undone(result);
        return result;
      });
    } catch (error) {
      if (error instanceof Undone) return (error as Undone<Result>).result;
      throw error;
    }
  }
}
