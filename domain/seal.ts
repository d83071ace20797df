import type { Digest } from './sample.ts';

/**
 * 封存: the digest of a content, whatever the order of its fields. Whoever holds the content can make it again and so prove
 * what was handed in.
 */
export const sealOf = (content: unknown, digest: Digest): string => digest(JSON.stringify(ordered(content)));

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, one]) => [key, ordered(one)]));
}
