import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database.ts';

export interface StoredAnswer {
  readonly bodyHash: string;
  /** Null while the first request is still under way, or was broken off. */
  readonly status: number | null;
  readonly body: unknown;
}

interface KeptAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Answers given under an Idempotency-Key. */
@Injectable()
export class AnswerQueries {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** Takes the key for this body; what is stored under it already otherwise. */
  async take(id: string, bodyHash: string): Promise<StoredAnswer | undefined> {
    const taken = await this.database.rows(
      'insert into answer (id, body_hash, created_at) values ($1, $2, $3) on conflict do nothing returning id',
      [id, bodyHash, new Date()],
    );
    if (taken.length > 0) return undefined;
    return this.database.row<StoredAnswer>('select body_hash as "bodyHash", status, body from answer where id = $1', [
      id,
    ]);
  }

  /** Keeps the answer, unless a request at the same time has kept one: what is kept is what everybody is told. */
  async keep(id: string, status: number, body: unknown): Promise<KeptAnswer> {
    const kept = await this.database.rows(
      'update answer set status = $2, body = $3 where id = $1 and status is null returning id',
      [id, status, JSON.stringify(body ?? null)],
    );
    if (kept.length > 0) return { status, body };
    const other = await this.database.row<KeptAnswer>('select status, body from answer where id = $1', [id]);
    return other ?? { status, body };
  }

  /** A refusal changed nothing: the key is free again for a corrected request. */
  async release(id: string): Promise<void> {
    await this.database.rows('delete from answer where id = $1 and status is null', [id]);
  }
}
