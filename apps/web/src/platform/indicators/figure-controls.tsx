import { useNavigate } from '@tanstack/react-router';
import type { Indicator, IndicatorValue } from '../../../../api/platform/indicator.schema.ts';
import { useNames } from '../../parts/names.ts';
import { StateLink } from '../../parts/state-link.tsx';
import type { IndicatorSearch } from '../../search.ts';
import { useWords } from '../../words/words.tsx';
import { periodsIn } from './figure-model.ts';
import { pictureOf } from './indicator-figures.tsx';

interface FigureControlsProps {
  readonly definition: Indicator['definition'];
  readonly items: readonly IndicatorValue[];
  readonly search: IndicatorSearch;
}

const pictures = ['line', 'bar', 'ranking', 'table'] as const;

/** Which picture, of which unit and period, units or years beside one another: all of it in the address. */
export function FigureControls({ definition, items, search }: FigureControlsProps) {
  const { indicator } = useWords();
  const names = useNames();
  const navigate = useNavigate();
  const { as, byYears } = pictureOf(definition, search);
  const change = (changes: Partial<Record<keyof IndicatorSearch, string | undefined>>) =>
    void navigate({
      to: '.',
      search: ((before: IndicatorSearch) => ({ ...before, ...changes })) as never,
      replace: true,
      resetScroll: false,
    });
  const periods = periodsIn(items);
  const units = [...new Set(items.map(({ unit }) => unit))];
  return (
    <>
      <nav className="scopes" aria-label={indicator.picture}>
        {pictures.map((one) => (
          <StateLink key={one} to={{ to: '.', search: { ...search, as: one } as never }} current={one === as}>
            {indicator.pictures[one]}
          </StateLink>
        ))}
      </nav>
      <div className="filters">
        <Choice
          label={indicator.yearsShown}
          value={search.years ?? '1'}
          choices={['1', '2', '3', '4'].map((count) => [count, indicator.years(Number(count))])}
          onChange={(years) => change({ years })}
        />
        {as !== 'ranking' && as !== 'table' && (
          <Choice
            label={indicator.compare}
            value={byYears ? 'years' : 'units'}
            choices={(['units', 'years'] as const).map((one) => [one, indicator.compared[one]])}
            onChange={(compare) => change({ compare })}
          />
        )}
        {as === 'line' && (
          <Choice
            label={indicator.unitShown}
            value={search.of ?? ''}
            choices={[['', byYears ? indicator.mean : indicator.worst], ...units.map(named(names.agency))]}
            onChange={(of) => change({ of: of || undefined })}
          />
        )}
        {(as === 'bar' || as === 'ranking') && (
          <Choice
            label={indicator.periodShown}
            value={search.at ?? periods.at(-1) ?? ''}
            choices={periods.map((one) => [one, one])}
            onChange={(at) => change({ at })}
          />
        )}
      </div>
    </>
  );
}

const named = (nameOf: (id: string) => string) => (id: string) => [id, nameOf(id)] as const;

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, choices, onChange }: ChoiceProps) {
  return (
    <label className="row-actions">
      {label}
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
