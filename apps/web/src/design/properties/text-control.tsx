import { useEffect, useId, useRef, useState } from 'react';

export interface SharedProps {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

interface TextControlProps {
  readonly shared: SharedProps;
  readonly kind: 'text' | 'area' | 'feel';
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly suggestions?: readonly string[];
  /** Where no label stands before it. */
  readonly label?: string;
}

/** How long typing rests before it becomes a step that can be undone, in milliseconds. */
const rest = 500;

/** Text that is written into the model when typing rests or the field is left, so that one word is one step to undo. */
export function TextControl({ shared, kind, value, onChange, suggestions, label }: TextControlProps) {
  const list = useId();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setText(value);
  }
  const pending = useRef<{ readonly text: string; readonly write: (text: string) => void } | null>(null);
  const commit = () => {
    pending.current?.write(pending.current.text);
    pending.current = null;
  };
  useEffect(() => {
    if (pending.current === null) return undefined;
    const timer = setTimeout(commit, rest);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => commit, []);
  const type = (next: string) => {
    pending.current = { text: next, write: onChange };
    setText(next);
  };
  if (kind !== 'text') {
    return (
      <textarea
        {...shared}
        aria-label={label}
        className={`field${kind === 'feel' ? ' feel' : ''}`}
        rows={kind === 'feel' ? 2 : 3}
        spellCheck={kind !== 'feel'}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={commit}
      />
    );
  }
  return (
    <>
      <input
        {...shared}
        aria-label={label}
        className="field"
        autoComplete="off"
        list={suggestions ? list : undefined}
        value={text}
        onChange={(event) => type(event.target.value)}
        onBlur={commit}
      />
      {suggestions && (
        <datalist id={list}>
          {suggestions.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </>
  );
}
