import { kept } from './kept.ts';

/** Single-letter keys can be switched off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => kept('keys') !== 'off';

/** Whether a key is meant for the page: not in a field, an open dialog or an input method, and without a modifier. */
export function isForPage(event: KeyboardEvent): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (document.querySelector('dialog[open]')) return false;
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (target?.isContentEditable) return false;
  return !target?.closest('input:not([type=checkbox]), textarea, select, [role=combobox], [role=listbox], [role=tab]');
}
