import { useNavigate, useSearch } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { DateInput } from '../parts/date-field.tsx';
import { adminSearch } from '../search.ts';
import type { AdminSearch } from '../search.ts';
import { typedDay } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';

type Changes = { readonly [Name in keyof AdminSearch]?: string | undefined };

/** What a list is narrowed by; all of it stands in the address. */
export function useAddress(): readonly [AdminSearch, (changes: Changes) => void] {
  const search = useSearch({ strict: false, select: (all) => adminSearch(all) });
  const navigate = useNavigate();
  const change = (changes: Changes) =>
    void navigate({ to: '.', search: { ...search, ...changes } as never, replace: true });
  return [search, change];
}

export const Filters = ({ children }: { readonly children: ReactNode }) => (
  <div className="filters" role="search">
    {children}
  </div>
);

export function SearchFilter({ label }: { readonly label: string }) {
  const [search, change] = useAddress();
  return (
    <input
      type="search"
      className="field search"
      aria-label={label}
      placeholder={label}
      value={search['q'] ?? ''}
      onChange={(event) => change({ q: event.target.value || undefined })}
    />
  );
}

interface ChoiceFilterProps {
  readonly name: keyof AdminSearch;
  readonly label: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  /** What the list shows while nothing is chosen; without it everything. */
  readonly initial?: string;
}

export function ChoiceFilter({ name, label, choices, initial }: ChoiceFilterProps) {
  const { work } = useWords();
  const [search, change] = useAddress();
  return (
    <label>
      {label}
      <select
        className="field"
        value={search[name] ?? initial ?? ''}
        onChange={({ target: { value } }) =>
          change({ [name]: value === (initial ?? '') ? undefined : value } as Changes)
        }
      >
        {initial === undefined && <option value="">{work.any}</option>}
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

export function DayFilter({ name, label }: { readonly name: keyof AdminSearch; readonly label: string }) {
  const id = useId();
  const [search, change] = useAddress();
  const [typed, setTyped] = useState(search[name] ?? '');
  return (
    <label htmlFor={id}>
      {label}
      <DateInput
        id={id}
        value={typed}
        onChange={(value) => {
          setTyped(value);
          if (value === '' || typedDay(value) !== null) change({ [name]: typedDay(value) ?? undefined } as Changes);
        }}
      />
    </label>
  );
}
