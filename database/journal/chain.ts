import type { Queryable } from '../queryable.ts';
import { linkOf, sha256 } from './link.ts';
import type { ChainLink } from './link.ts';
import type { Fault } from './fault.ts';

interface StoredLink {
  readonly seq: number;
  readonly command_id: string;
  readonly kind: string;
  readonly actor: string | null;
  /** A date, or its milliseconds: as the connection reads it. */
  readonly at: Date | number;
  readonly canonical: string;
  readonly algorithm: string;
  readonly key_id: string;
  readonly payload: Buffer;
  readonly payload_digest: string;
  readonly previous_hash: string;
  readonly hash: string;
  readonly state_digest: string;
}

/**
 * Checks a case's chain link by link: none is missing, each text gives its hash, each names the one before, the columns
 * say what the text says, and the payload is the one that was hashed. Answers the first fault.
 */
export async function verifyChain(db: Queryable, caseId: string): Promise<Fault | null> {
  const rows = await db.query<StoredLink[]>(
    `select seq, command_id, kind, actor, at, canonical, algorithm, key_id, payload, payload_digest, previous_hash, hash,
            state_digest
     from journal where case_id = $1 order by seq`,
    [caseId],
  );
  let previous = '';
  for (const [index, row] of rows.entries()) {
    const fault = faultOf(caseId, row, { seq: index + 1, previous });
    if (fault) return { table: 'journal', key: `${caseId} 第 ${row.seq} 步`, message: fault };
    previous = row.hash;
  }
  const [head] = await db.query<{ seq: number; hash: string }[]>(
    'select seq, hash from public.case_view where id = $1',
    [caseId],
  );
  if ((head?.seq ?? 0) === rows.length && (head?.hash ?? '') === previous) return null;
  return { table: 'case_view', key: caseId, message: `停在第 ${head?.seq ?? 0} 步，日志末尾是第 ${rows.length} 步` };
}

function faultOf(caseId: string, row: StoredLink, expected: { seq: number; previous: string }): string | null {
  if (row.seq !== expected.seq) return `缺少第 ${expected.seq} 步`;
  if (row.algorithm !== 'sha256') return `未知的散列算法 ${row.algorithm}`;
  if (sha256(row.canonical) !== row.hash) return '散列值与原文不符';
  if (sha256(row.payload) !== row.payload_digest) return '密文已被改动';
  const link = linkOf(row.canonical);
  if (link.previous !== expected.previous || row.previous_hash !== expected.previous) return '与上一步的散列值不相连';
  const written: ChainLink = {
    case: caseId,
    seq: row.seq,
    command: row.command_id,
    kind: row.kind,
    actor: row.actor,
    receivedAt: link.receivedAt,
    at: new Date(row.at).getTime(),
    state: row.state_digest,
    payload: row.payload_digest,
    key: row.key_id,
    previous: row.previous_hash,
  };
  const wrong = Object.keys(written).find((name) => written[name as keyof ChainLink] !== link[name as keyof ChainLink]);
  return wrong === undefined ? null : `字段 ${wrong} 与签入散列的原文不符`;
}
