/** A procedure or a decision as its editor opens it: a draft, or the version from which one begins. */
export interface Opened {
  readonly key: string;
  readonly name: string;
  readonly document: string;
  /** The published version that it began from. */
  readonly base: number | null;
  /** When the draft was saved; null when nothing has been drawn yet. */
  readonly seen: string | null;
  /** The newest published version; null: none. */
  readonly newest: { readonly version: number; readonly by: string | null; readonly at: string } | null;
}

type Newest = {
  readonly version: number;
  readonly name: string;
  readonly publishedBy: string | null;
  readonly publishedAt: string;
};
type Draft = {
  readonly name: string;
  readonly content: unknown;
  readonly baseVersion: number | null;
  readonly savedAt: string;
};

/** The reader's draft where there is one, else the newest version. */
export function openedOf(
  key: string,
  newest: Newest | undefined,
  draft: Draft | null,
  document: string | null,
  name: string | null,
): Opened | null {
  const published = newest ? { version: newest.version, by: newest.publishedBy, at: newest.publishedAt } : null;
  if (draft && typeof draft.content === 'string') {
    const { content, baseVersion, savedAt } = draft;
    return { key, name: draft.name, document: content, base: baseVersion, seen: savedAt, newest: published };
  }
  if (document === null || !newest) return null;
  return { key, name: name ?? newest.name, document, base: newest.version, seen: null, newest: published };
}
