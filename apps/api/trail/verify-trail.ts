import type { Queryable } from '../../../database/queryable.ts';
import { canonicalText, hashOf } from './trail.chain.ts';
import type { TrailLink } from './trail.chain.ts';

interface Stored extends Omit<TrailLink, 'at' | 'previous'> {
  readonly at: Date | number;
  readonly canonical: string;
  readonly previous: string;
  readonly hash: string;
}

export interface VerifiedTrail {
  readonly entries: number;
  /** Hash of the last entry: noted elsewhere it shows whether the end has been cut off. */
  readonly head: string;
  readonly fault: { readonly seq: number; readonly message: string } | null;
}

/** Goes through the trail from its beginning: none is missing, each text gives its hash, each names the one before. */
export async function verifyTrail(db: Queryable): Promise<VerifiedTrail> {
  let previous = '';
  let expected = 1;
  for (;;) {
    const rows = await db.query<Stored[]>(
      `select seq, at, actor, actor_kind as "actorKind", action, object_kind as "objectKind", object_id as "objectId",
         before, after, reason, remote, canonical, previous_hash as previous, hash
       from admin_trail where seq >= $1 order by seq limit 1000`,
      [expected],
    );
    for (const row of rows) {
      const fault = faultOf(row, expected, previous);
      if (fault) return { entries: expected - 1, head: previous, fault: { seq: Number(row.seq), message: fault } };
      previous = row.hash;
      expected += 1;
    }
    if (rows.length === 0) return { entries: expected - 1, head: previous, fault: null };
  }
}

function faultOf(row: Stored, expected: number, previous: string): string | null {
  const seq = Number(row.seq);
  if (seq !== expected) return `缺少第 ${expected} 条`;
  if (row.previous !== previous) return '与上一条的散列值不相连';
  if (hashOf(row.canonical) !== row.hash) return '散列值与原文不符';
  const at = typeof row.at === 'number' ? row.at : row.at.getTime();
  return canonicalText({ ...row, seq, at }) === row.canonical ? null : '字段与签入散列的原文不符';
}
