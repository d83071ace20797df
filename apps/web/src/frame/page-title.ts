import { useEffect } from 'react';
import { useWords } from '../words/words.tsx';

/** Names page and object in the browser's title. */
export function usePageTitle(...parts: readonly (string | undefined)[]): void {
  const words = useWords();
  const title = words.titled(...parts.filter((part): part is string => Boolean(part)));
  useEffect(() => {
    document.title = title;
  }, [title]);
}
