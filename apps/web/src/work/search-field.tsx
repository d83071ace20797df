import { useEffect, useState } from 'react';
import type { Ref } from 'react';
import { useWords } from '../words/words.tsx';

/** As long as somebody types, the server is not asked. */
const pause = 250;

interface SearchFieldProps {
  readonly value: string | undefined;
  readonly label: string;
  readonly onChange: (value: string | undefined) => void;
  readonly field?: Ref<HTMLInputElement>;
}

/** Full-text search: asked when the typing rests, at once with Enter. */
export function SearchField({ value, label, onChange, field }: SearchFieldProps) {
  const { work } = useWords();
  const [typed, setTyped] = useState(value ?? '');
  const [before, setBefore] = useState(value);
  // The address changed by other means: a view, the way back.
  if (before !== value) {
    setBefore(value);
    if ((value ?? '') !== typed.trim()) setTyped(value ?? '');
  }
  useEffect(() => {
    if (typed.trim() === (value ?? '')) return undefined;
    const timer = setTimeout(() => onChange(typed.trim() || undefined), pause);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <input
      ref={field}
      type="search"
      className="field search"
      aria-label={label}
      aria-keyshortcuts="/"
      title={work.searchHint}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) onChange(typed.trim() || undefined);
      }}
    />
  );
}
