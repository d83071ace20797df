import type { Queryable } from '../../../database/queryable.ts';
import { canonicalText, hashOf } from './trail.chain.ts';
import type { TrailActor, TrailEntry } from './trail.entry.ts';

/** Writers wait for each other until their transactions end, so that the chain has no gap. */
const lock = 7_305_202;

/** Adds to the trail, within the transaction of the change itself. */
export async function writeTrail(db: Queryable, actor: TrailActor, entries: readonly TrailEntry[]): Promise<void> {
  await db.query('select pg_advisory_xact_lock($1)', [lock]);
  const [last] = await db.query<{ seq: string | number; hash: string }[]>(
    'select seq, hash from admin_trail order by seq desc limit 1',
  );
  let seq = Number(last?.seq ?? 0);
  let previous = last?.hash ?? '';
  for (const entry of entries) {
    seq += 1;
    const link = {
      seq,
      at: Date.now(),
      actor: actor.user,
      actorKind: actor.kind,
      action: entry.action,
      objectKind: entry.object[0],
      objectId: entry.object[1],
      before: entry.before ?? null,
      after: entry.after ?? null,
      reason: entry.reason ?? null,
      remote: actor.remote,
      previous,
    };
    const canonical = canonicalText(link);
    previous = hashOf(canonical);
    await db.query(
      `insert into admin_trail (seq, at, actor, actor_kind, action, object_kind, object_id, before, after, reason, remote,
         canonical, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
      [
        seq,
        new Date(link.at),
        link.actor,
        link.actorKind,
        link.action,
        link.objectKind,
        link.objectId,
        entry.before === undefined ? null : JSON.stringify(entry.before),
        entry.after === undefined ? null : JSON.stringify(entry.after),
        link.reason,
        link.remote,
        canonical,
        link.previous,
        previous,
      ],
    );
  }
}
