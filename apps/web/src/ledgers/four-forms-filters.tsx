import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FourForms } from '../../../api/ledgers/four-forms.schema.ts';
import { useNames } from '../parts/names.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';

const route = getRouteApi('/inside/four-forms');
type Choices = readonly (readonly [value: string, label: string])[];

/** Which years, whose clues, about whom; all of it in the address. */
export function FourFormsFilters({ forms }: { readonly forms: FourForms }) {
  const { fourForms, work } = useWords();
  const names = useNames();
  const search = route.useSearch();
  const navigate = useNavigate();
  const now = Number(today().slice(0, 4));
  const years = Array.from({ length: 6 }, (_, back) => String(now - back));
  const named = (ids: readonly (string | null)[], chosen: string | undefined): Choices => [
    ['', work.any],
    ...[...new Set([...ids.flatMap((id) => id ?? []), ...(chosen ? [chosen] : [])])].map(
      (id) => [id, names.agency(id)] as const,
    ),
  ];
  const select = (name: keyof typeof search, label: string, choices: Choices, value: string) => (
    <label className="row-actions">
      {label}
      <select
        className="field"
        value={value}
        onChange={(event) =>
          void navigate({
            to: '.',
            search: ((before: object) => ({ ...before, [name]: event.target.value || undefined })) as never,
            replace: true,
          })
        }
      >
        {choices.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div className="filters">
      {select(
        'year',
        fourForms.until,
        years.map((one) => [one, one]),
        search.year ?? String(now),
      )}
      {select(
        'years',
        fourForms.span,
        [1, 2, 3, 5].map((count) => [String(count), fourForms.years(count)]),
        search.years ?? '3',
      )}
      {select(
        'agency',
        fourForms.agency,
        named(
          forms.agencies.map(({ agency }) => agency),
          search.agency,
        ),
        search.agency ?? '',
      )}
      {select(
        'unit',
        fourForms.unit,
        named(
          forms.units.map(({ unit }) => unit),
          search.unit,
        ),
        search.unit ?? '',
      )}
    </div>
  );
}
