import { createHash } from 'node:crypto';

export const chainAlgorithm = 'sha256';

/** What a link of the chain binds. The text of these fields in this order is what is hashed, stored and hashed again. */
export interface ChainLink {
  readonly case: string;
  readonly seq: number;
  readonly command: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly receivedAt: number;
  readonly at: number;
  readonly state: string;
  /** Digest of the encrypted payload: the chain stays whole when its key is erased one day. */
  readonly payload: string;
  readonly key: string;
  readonly previous: string;
}

export const sha256 = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The exact text of a link. Key order is fixed here and nowhere else. */
export const canonicalText = (link: ChainLink): string =>
  JSON.stringify([
    'liandong-journal-1',
    link.case,
    link.seq,
    link.command,
    link.kind,
    link.actor,
    link.receivedAt,
    link.at,
    link.state,
    link.payload,
    link.key,
    link.previous,
  ]);

/** The reverse of `canonicalText`; throws on a text that is no link. */
export function linkOf(text: string): ChainLink {
  const [format, ...fields] = JSON.parse(text) as [string, ...unknown[]];
  if (format !== 'liandong-journal-1') throw new Error(`unknown journal format ${format}`);
  const [caseId, seq, command, kind, actor, receivedAt, at, state, payload, key, previous] = fields as [
    string,
    number,
    string,
    string,
    string | null,
    number,
    number,
    string,
    string,
    string,
    string,
  ];
  return { case: caseId, seq, command, kind, actor, receivedAt, at, state, payload, key, previous };
}
