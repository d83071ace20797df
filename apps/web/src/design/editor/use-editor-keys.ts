import { useEffect } from 'react';
import type { Sketch } from './sketch.ts';

/** Undo, redo and the drawing's own command menu, wherever on the page one is; a text field keeps its own undo. */
export function useEditorKeys(sketch: Sketch, onCommand: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.isComposing || document.querySelector('dialog[open]')) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const key = event.key.toLowerCase();
      if (key === 'k') {
        event.preventDefault();
        event.stopPropagation();
        onCommand();
        return;
      }
      if (target?.closest('input, textarea, select, [contenteditable], .djs-container')) return;
      const stack = sketch.get('commandStack');
      if (key === 'z' && !event.shiftKey && stack.canUndo()) stack.undo();
      else if ((key === 'y' || (key === 'z' && event.shiftKey)) && stack.canRedo()) stack.redo();
      else return;
      event.preventDefault();
    };
    // Before the menu of all pages, which has the same key.
    addEventListener('keydown', onKey, { capture: true });
    return () => removeEventListener('keydown', onKey, { capture: true });
  }, [sketch, onCommand]);
}
