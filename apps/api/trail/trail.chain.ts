import { createHash } from 'node:crypto';

/** What a link of the trail's chain binds. */
export interface TrailLink {
  readonly seq: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actor: string;
  readonly actorKind: string | null;
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string | null;
  readonly remote: string | null;
  readonly previous: string;
}

/** The exact text of a link. Key order is fixed here and nowhere else. */
export const canonicalText = (link: TrailLink): string =>
  JSON.stringify([
    'liandong-trail-1',
    link.seq,
    link.at,
    link.actor,
    link.actorKind,
    link.action,
    link.objectKind,
    link.objectId,
    sorted(link.before),
    sorted(link.after),
    link.reason,
    link.remote,
    link.previous,
  ]);

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A JSON column forgets the order of keys; the text must not depend on it. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value ?? null;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  );
}
