import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { LedgerSummary } from '../../../api/ledgers/ledger.schema.ts';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';
import { useCatalogue } from './use-catalogue.ts';

const route = getRouteApi('/inside/ledgers/$kind');
const sorts = ['changed', 'created', 'due', 'unit'] as const;

/** What the ledger is narrowed by; all of it stands in the address. */
export function LedgerFilters({
  kind,
  summary,
}: {
  readonly kind: string;
  readonly summary: LedgerSummary | undefined;
}) {
  const { ledgers, work } = useWords();
  const names = useNames();
  const catalogue = useCatalogue();
  const search = route.useSearch();
  const navigate = useNavigate();
  const change = (changes: object) => void navigate({ to: '.', search: { ...search, ...changes }, replace: true });
  const statuses = catalogue.find(kind)?.statuses ?? {};
  const units = summary?.units.flatMap(({ unit }) => unit ?? []) ?? [];
  const years = summary?.years ?? [];
  const select = (name: 'status' | 'unit' | 'year', label: string, choices: readonly (readonly [string, string])[]) => (
    <label>
      {label}
      <select
        className="field"
        value={String(search[name] ?? '')}
        onChange={(event) => change({ [name]: event.target.value || undefined })}
      >
        <option value="">{work.any}</option>
        {choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const chosen = search.unit && !units.includes(search.unit) ? [search.unit] : [];
  return (
    <div className="filters" role="search">
      <input
        type="search"
        className="field search"
        aria-label={ledgers.search}
        placeholder={ledgers.search}
        value={search.q ?? ''}
        onChange={(event) => change({ q: event.target.value || undefined })}
      />
      {select(
        'status',
        ledgers.statusFilter,
        Object.entries(statuses).map(([status, word]) => [status, catalogue.named(word)] as const),
      )}
      {select(
        'unit',
        ledgers.columns.unit,
        [...chosen, ...units].map((unit) => [unit, names.agency(unit)] as const),
      )}
      {select(
        'year',
        ledgers.year,
        years.map((year) => [String(year), String(year)] as const),
      )}
      <label>
        {ledgers.sort}
        <select
          className="field"
          value={search.sort ?? 'changed'}
          onChange={(event) => change({ sort: event.target.value === 'changed' ? undefined : event.target.value })}
        >
          {sorts
            .filter((sort) => sort !== 'due' || catalogue.find(kind)?.hasDue)
            .map((sort) => (
              <option key={sort} value={sort}>
                {ledgers.sorts[sort]}
              </option>
            ))}
        </select>
      </label>
    </div>
  );
}
