import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { DateInput } from '../parts/date-field.tsx';
import { typedDay } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { useRegistryWords } from './use-registry-words.ts';

const route = getRouteApi('/inside/registry/$kind');

/** What the list is narrowed by; all of it stands in the address. */
export function RegistryFilters({ kind }: { readonly kind: 'units' | 'cadres' | 'portfolios' }) {
  const { registry, work } = useWords();
  const words = useRegistryWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const day = useId();
  const [typed, setTyped] = useState(search.on ?? '');
  const change = (changes: Readonly<Record<string, string | undefined>>) =>
    void navigate({
      to: '.',
      search: (before: typeof search) => ({ ...before, ...changes }) as typeof search,
      replace: true,
    });
  const states = { units: ['existing', 'ended', 'all'], cadres: ['serving', 'left', 'all'], portfolios: [] }[kind];
  const select = (
    name: 'category' | 'rank' | 'standing' | 'level',
    area: 'categories' | 'ranks' | 'standings' | 'levels',
  ) => (
    <label>
      {registry[name]}
      <select
        className="field"
        value={search[name] ?? ''}
        onChange={(event) => change({ [name]: event.target.value || undefined })}
      >
        <option value="">{work.any}</option>
        {words.choices(area).map(([key, label]) => (
          <option key={key} value={key}>
            {label}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="filters" role="search">
      <input
        type="search"
        className="field search"
        aria-label={registry.search}
        placeholder={registry.search}
        value={search.q ?? ''}
        onChange={(event) => change({ q: event.target.value || undefined })}
      />
      {kind === 'units' && select('category', 'categories')}
      {kind === 'cadres' && (
        <>
          {select('standing', 'standings')}
          {select('rank', 'ranks')}
          {select('level', 'levels')}
        </>
      )}
      {states.length > 0 && (
        <label>
          {registry.state}
          <select
            className="field"
            value={search.state ?? states[0]}
            onChange={(event) => change({ state: event.target.value === states[0] ? undefined : event.target.value })}
          >
            {states.map((state) => (
              <option key={state} value={state}>
                {registry.states[state]}
              </option>
            ))}
          </select>
        </label>
      )}
      <label htmlFor={day}>
        {registry.on}
        <DateInput
          id={day}
          value={typed}
          onChange={(value) => {
            setTyped(value);
            if (value === '' || typedDay(value) !== null) change({ on: typedDay(value) ?? undefined });
          }}
        />
      </label>
    </div>
  );
}
