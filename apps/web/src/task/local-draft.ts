import type { Draft, DraftContent } from '../../../api/drafts/draft.schema.ts';

/** What the server could not be told is kept in this browser until it can; nobody else's, should others sit here too. */
const placeOf = (user: string, taskId: string): string => `liandong.draft.${user}.${taskId}`;

interface Kept {
  readonly content: DraftContent;
  readonly at: string;
}

export function keepDraft(user: string, taskId: string, content: DraftContent): void {
  try {
    localStorage.setItem(placeOf(user, taskId), JSON.stringify({ content, at: new Date().toISOString() }));
  } catch (error) {
    console.warn('this browser keeps no drafts', error);
  }
}

export function forgetDraft(user: string, taskId: string): void {
  localStorage.removeItem(placeOf(user, taskId));
}

/** The later of what the server has and what this browser has. */
export function latestDraft(user: string, taskId: string, stored: Draft): Draft {
  const text = localStorage.getItem(placeOf(user, taskId));
  if (text === null) return stored;
  const { content, at } = JSON.parse(text) as Kept;
  if (stored.savedAt !== null && new Date(stored.savedAt) >= new Date(at)) return stored;
  return { content, savedAt: at };
}

/** Nothing of anybody is left on a machine that somebody else may use next. */
export function forgetAllDrafts(): void {
  for (const name of Object.keys(localStorage)) if (name.startsWith('liandong.draft.')) localStorage.removeItem(name);
}
