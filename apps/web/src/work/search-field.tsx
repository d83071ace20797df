import { useEffect, useRef, useState } from 'react';
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
  /** What was asked for and is not yet in the address; who goes on typing meanwhile keeps what is typed. */
  const asked = useRef<readonly string[]>([]);
  const ask = (wanted: string) => {
    asked.current = [...asked.current, wanted];
    onChange(wanted || undefined);
  };
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    const ours = asked.current.indexOf(value ?? '');
    asked.current = ours < 0 ? [] : asked.current.slice(ours + 1);
    // The address changed by other means: a view, the way back.
    if (ours < 0) setTyped(value ?? '');
  }, [value]);
  useEffect(() => {
    if (typed.trim() === (value ?? '')) return undefined;
    const timer = setTimeout(() => latest.current(typed.trim()), pause);
    return () => clearTimeout(timer);
  }, [typed, value]);
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
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) ask(typed.trim());
      }}
    />
  );
}
