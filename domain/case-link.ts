/** How one case stands to another. Every kind has its counterpart on the other side. */
export type LinkKind =
  | 'related'
  | 'duplicate-of'
  | 'duplicated-by'
  | 'follows'
  | 'followed-by'
  | 'merged-into'
  | 'merged-from'
  | 'split-from'
  | 'split-into';

const counterparts: Readonly<Record<LinkKind, LinkKind>> = {
  related: 'related',
  'duplicate-of': 'duplicated-by',
  'duplicated-by': 'duplicate-of',
  follows: 'followed-by',
  'followed-by': 'follows',
  'merged-into': 'merged-from',
  'merged-from': 'merged-into',
  'split-from': 'split-into',
  'split-into': 'split-from',
};

/** What the other case is to this one, seen from there. */
export const counterpartOf = (kind: LinkKind): LinkKind => counterparts[kind];

/** Kinds that people make and may take back; merging and splitting make theirs for good. */
export const freeLinkKinds = [
  'related',
  'duplicate-of',
  'duplicated-by',
  'follows',
  'followed-by',
] as const satisfies readonly LinkKind[];

export const isFreeLink = (kind: LinkKind): boolean => (freeLinkKinds as readonly LinkKind[]).includes(kind);
