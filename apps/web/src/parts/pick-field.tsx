import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useWords } from '../words/words.tsx';

export interface Choice {
  readonly id: string;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly about: string;
}

interface PickFieldProps {
  readonly id: string;
  /** Id of what is chosen, empty while nothing is. */
  readonly value: string;
  readonly onChange: (id: string) => void;
  /** Asks the server; `key` tells one list from another. */
  readonly find: { readonly key: string; readonly by: (q: string, signal: AbortSignal) => Promise<readonly Choice[]> };
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}

/** One of many, found by typing: the combobox pattern, by mouse and by keys. */
export function PickField({ id, value, onChange, find, describedBy, invalid }: PickFieldProps) {
  const { pick } = useWords();
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const q = typed ?? '';
  const {
    data: found = [],
    isFetching,
    isPlaceholderData,
  } = useQuery({
    queryKey: ['pick', find.key, q],
    queryFn: ({ signal }) => find.by(q, signal),
    enabled: open,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  const { data: chosen } = useQuery({
    queryKey: ['pick', find.key, 'id', value],
    queryFn: async ({ signal }) => (await find.by(value, signal)).find((one) => one.id === value) ?? null,
    enabled: value !== '',
    staleTime: 60_000,
  });
  const choose = (choice: Choice | undefined) => {
    if (choice) onChange(choice.id);
    setTyped(null);
    setOpen(false);
  };
  const shown = typed ?? (value === '' ? '' : chosen ? `${chosen.name}（${chosen.about}）` : value);
  return (
    <div className="pick">
      <input
        id={id}
        className="field"
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found[at] ? `${list}-${at}` : undefined}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        autoComplete="off"
        placeholder={pick.hint}
        value={shown}
        onFocus={() => setOpen(true)}
        onBlur={() => {
          setOpen(false);
          setTyped(null);
        }}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
          if (event.target.value === '') onChange('');
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            setOpen(true);
            setAt((before) => Math.max(0, Math.min(found.length - 1, before + (event.key === 'ArrowDown' ? 1 : -1))));
          }
          if (event.key === 'Enter' && open) {
            event.preventDefault();
            // What stands there while the answer is on its way was found for something else.
            if (!isPlaceholderData) choose(found[at]);
          }
          if (event.key === 'Escape' && open) {
            event.stopPropagation();
            event.preventDefault();
            setTyped(null);
            setOpen(false);
          }
        }}
      />
      <ul id={list} role="listbox" aria-label={pick.list} hidden={!open || found.length === 0}>
        {found.map((choice, index) => (
          <li
            key={choice.id}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              choose(choice);
            }}
          >
            {choice.name} <span className="quiet">{choice.about}</span>
          </li>
        ))}
      </ul>
      {open && found.length === 0 && !isFetching && (
        <p className="pick-none" role="status">
          {pick.none}
        </p>
      )}
    </div>
  );
}
