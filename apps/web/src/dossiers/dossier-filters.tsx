import type { DossierSearch } from '../search.ts';
import { useWords } from '../words/words.tsx';

interface DossierFiltersProps {
  readonly search: DossierSearch;
  readonly onChange: (search: DossierSearch) => void;
}

export function DossierFilters({ search, onChange }: DossierFiltersProps) {
  const { dossiers } = useWords();
  const change = (name: 'q' | 'state', value: string) => {
    const { [name]: _before, ...rest } = search;
    onChange((value ? { ...rest, [name]: value } : rest) as DossierSearch);
  };
  return (
    <div className="filters" role="search">
      <input
        type="search"
        className="field search"
        aria-label={dossiers.search}
        placeholder={dossiers.search}
        value={search.q ?? ''}
        onChange={(event) => change('q', event.target.value)}
      />
      <label>
        {dossiers.state}
        <select
          className="field"
          value={search.state ?? 'all'}
          onChange={(event) => change('state', event.target.value === 'all' ? '' : event.target.value)}
        >
          {(['all', 'open', 'sealed', 'missing'] as const).map((state) => (
            <option key={state} value={state}>
              {dossiers.states[state]}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
