import type { Source } from '../../../../api/platform/source.schema.ts';
import { FormItem, TextItem } from '../../parts/form-item.tsx';
import type { Defect } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import type { IndicatorDraft } from './indicator-draft.ts';

interface ShowingFieldsProps {
  readonly draft: IndicatorDraft;
  readonly fields: Source['fields'];
  readonly defects: readonly Defect[];
  readonly onChange: (change: Partial<IndicatorDraft>) => void;
}

/** By which periods and dimensions it is told, in which unit of measurement, and how it is drawn at first. */
export function ShowingFields({ draft, fields, defects, onChange }: ShowingFieldsProps) {
  const { indicator } = useWords();
  const apart = fields.filter(({ type }) => type === 'code' || type === 'agency' || type === 'text');
  const choose = (name: string, wanted: boolean) =>
    onChange({ dimensions: [...draft.dimensions.filter((one) => one !== name), ...(wanted ? [name] : [])] });
  return (
    <>
      <Choice name="period" label={indicator.period} of={indicator.periods} {...{ draft, defects, onChange }} />
      <fieldset className="choice">
        <legend>{indicator.dimensions}</legend>
        <p className="quiet">{indicator.dimensionsHelp}</p>
        <div className="options">
          {apart.map(({ name, title }) => (
            <label key={name}>
              <input
                type="checkbox"
                checked={draft.dimensions.includes(name)}
                onChange={(event) => choose(name, event.target.checked)}
              />
              {title}
            </label>
          ))}
        </div>
        {defects
          .filter(({ path }) => path?.startsWith('definition.dimensions'))
          .map(({ message }) => (
            <p key={message} role="alert" className="fault">
              {message}
            </p>
          ))}
      </fieldset>
      <TextItem
        label={indicator.unit}
        path="definition.unit"
        defects={defects}
        help={indicator.unitHelp}
        value={draft.unit}
        onChange={(unit) => onChange({ unit })}
      />
      <Choice name="better" label={indicator.better} of={indicator.betters} {...{ draft, defects, onChange }} />
      <Choice name="as" label={indicator.picture} of={indicator.pictures} {...{ draft, defects, onChange }} />
      <Choice name="compare" label={indicator.compare} of={indicator.compared} {...{ draft, defects, onChange }} />
    </>
  );
}

interface ChoiceProps {
  readonly name: 'period' | 'better' | 'as' | 'compare';
  readonly label: string;
  readonly of: Readonly<Record<string, string>>;
  readonly draft: IndicatorDraft;
  readonly defects: readonly Defect[];
  readonly onChange: (change: Partial<IndicatorDraft>) => void;
}

function Choice({ name, label, of, draft, defects, onChange }: ChoiceProps) {
  return (
    <FormItem label={label} path={`definition.${name}`} defects={defects}>
      {(field) => (
        <select
          {...field}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value } as Partial<IndicatorDraft>)}
        >
          {Object.entries(of).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </FormItem>
  );
}
