import { useEffect } from 'react';

const place = 'tr, tbody, li, fieldset, section, main';
const focusable = 'a[href]:not([tabindex="-1"]), button, input, select, textarea, summary, [tabindex="0"]';

/** Where an element stood: its row or part of the page, from the inside outwards, each with what stood around it. */
function placesOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.closest(place); at; at = at.parentElement?.closest(place) ?? null) {
    found.push(at);
    if (!at.matches('tr, tbody, li, fieldset')) continue;
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) found.push(next);
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling) found.push(before);
  }
  return found;
}

function focusIn(where: Element): boolean {
  if (!where.checkVisibility()) return false;
  const target = where.matches('main') ? where : (where.querySelector('.row-link') ?? where.querySelector(focusable));
  if (target instanceof HTMLElement) target.focus({ preventScroll: where.matches('main') });
  return document.activeElement === target;
}

/**
 * What has the focus may go with what was done: a row is handled, a button has had its effect. Then the same row has
 * the focus, or the one that takes its place, or the part of the page; it is never lost.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let places: readonly Element[] = [];
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      // A picture that is drawn on gives and takes the focus by rules of its own.
      last = target.closest('.djs-container') ? null : target;
      // A dialog goes and gives the focus back by itself; what counts is where it was opened.
      if (!target.closest('dialog')) places = placesOf(target);
    };
    const look = () => {
      if (!last || last.checkVisibility() || document.activeElement !== document.body) return;
      if (document.querySelector('dialog[open]')) return;
      last = null;
      places.some(focusIn);
    };
    const seen = new MutationObserver(look);
    seen.observe(document.body, { childList: true, subtree: true });
    addEventListener('focusin', remember);
    return () => {
      seen.disconnect();
      removeEventListener('focusin', remember);
    };
  }, []);
}
