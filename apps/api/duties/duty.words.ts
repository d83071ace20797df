import { registryWords } from '../../../definitions/registry.ts';

/** Names of the categories of units by key. */
export const unitCategories: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries<{ readonly name: string }>(registryWords.categories).map(([key, { name }]) => [key, name]),
);
