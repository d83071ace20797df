export const tabs = [
  'overview',
  'diagram',
  'timeline',
  'findings',
  'clues',
  'items',
  'measures',
  'letters',
  'files',
  'people',
  'children',
  'trail',
  'looks',
] as const;
export type Tab = (typeof tabs)[number];

export const isTab = (text: string): text is Tab => tabs.some((tab) => tab === text);

/** Which ledger a tab shows. */
export const ledgerOfTab: Readonly<Partial<Record<Tab, string>>> = {
  findings: 'finding',
  clues: 'clue',
  items: 'item',
  measures: 'measure',
};
