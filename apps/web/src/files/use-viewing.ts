import { useCallback, useRef, useState } from 'react';
import type { ViewedFile } from './file-viewer.tsx';

/** Which file is looked at; the focus goes back to where it was opened. */
export function useViewing() {
  const [viewed, setViewed] = useState<ViewedFile | null>(null);
  const opener = useRef<Element | null>(null);
  const view = useCallback((file: ViewedFile) => {
    opener.current = document.activeElement;
    setViewed(file);
  }, []);
  const close = useCallback(() => {
    setViewed(null);
    // What hid the opener has to be gone first.
    setTimeout(() => {
      if (opener.current instanceof HTMLElement) opener.current.focus();
    });
  }, []);
  return { viewed, view, close };
}
