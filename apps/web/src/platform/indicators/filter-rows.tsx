import type { Source } from '../../../../api/platform/source.schema.ts';
import { useNames } from '../../parts/names.ts';
import type { Defect } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { operators } from './indicator-draft.ts';
import type { FilterDraft } from './indicator-draft.ts';

interface FilterRowsProps {
  readonly legend: string;
  readonly help: string;
  /** How the server names this list. */
  readonly path: string;
  readonly defects: readonly Defect[];
  readonly fields: Source['fields'];
  readonly filters: readonly FilterDraft[];
  readonly onChange: (filters: readonly FilterDraft[]) => void;
}

const ordering = ['lt', 'le', 'gt', 'ge'];

/** Conditions that a row must all fulfil, composed of fields, comparisons and values: nothing is written in a language. */
export function FilterRows({ legend, help, path, defects, fields, filters, onChange }: FilterRowsProps) {
  const { indicator } = useWords();
  const set = (index: number, change: Partial<FilterDraft>) =>
    onChange(filters.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const mine = defects.filter((one) => one.path === path);
  return (
    <fieldset>
      <legend>{legend}</legend>
      <p className="quiet">{help}</p>
      {filters.map((filter, index) => {
        const field = fields.find(({ name }) => name === filter.field);
        const wrong = defects.filter((one) => one.path?.startsWith(`${path}.${index}.`));
        const number = index + 1;
        const invalid = wrong.length > 0 ? { 'aria-invalid': true as const } : {};
        return (
          <div key={`${index} of ${filters.length}`} className="form-item">
            <div className="row-actions">
              <select
                className="field"
                aria-label={indicator.filterField(number)}
                value={filter.field}
                onChange={(event) => set(index, { field: event.target.value, value: '' })}
              >
                {fields.map(({ name, title }) => (
                  <option key={name} value={name}>
                    {title}
                  </option>
                ))}
              </select>
              <select
                className="field"
                aria-label={indicator.filterOp(number)}
                value={filter.op}
                onChange={(event) => set(index, { op: event.target.value as FilterDraft['op'] })}
              >
                {operators
                  .filter((op) => !ordering.includes(op) || field?.type === 'number' || field?.type === 'day')
                  .map((op) => (
                    <option key={op} value={op}>
                      {indicator.ops[op]}
                    </option>
                  ))}
              </select>
              {filter.op !== 'empty' && filter.op !== 'filled' && (
                <Value
                  {...invalid}
                  label={indicator.filterValue(number)}
                  field={field}
                  filter={filter}
                  onChange={(value) => set(index, { value })}
                />
              )}
              <button
                type="button"
                className="button small"
                onClick={() => onChange(filters.filter((_, at) => at !== index))}
              >
                {indicator.remove}
                <span className="hidden">{indicator.filter(number)}</span>
              </button>
            </div>
            {wrong.length > 0 && (
              <span className="fault" role="alert">
                {wrong.map(({ message }) => message).join('；')}
              </span>
            )}
          </div>
        );
      })}
      <button
        type="button"
        className="button small"
        onClick={() => onChange([...filters, { field: fields[0]?.name ?? '', op: 'eq', value: '' }])}
      >
        ＋ {indicator.addFilter}
      </button>
      {mine.map(({ message }) => (
        <p key={message} role="alert" className="fault">
          {message}
        </p>
      ))}
    </fieldset>
  );
}

interface ValueProps {
  readonly label: string;
  readonly field: Source['fields'][number] | undefined;
  readonly filter: FilterDraft;
  readonly onChange: (value: string) => void;
  readonly 'aria-invalid'?: true;
}

/** One of the codes where the field has codes; several are written one after the other. */
function Value({ label, field, filter: { op, value }, onChange, ...invalid }: ValueProps) {
  const { indicator, handle } = useWords();
  const names = useNames();
  if (field?.type === 'code' && op !== 'in')
    return (
      <select
        className="field"
        aria-label={label}
        {...invalid}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{handle.choose}</option>
        {field.codes?.map((code) => (
          <option key={code} value={code}>
            {code}
          </option>
        ))}
      </select>
    );
  return (
    <input
      className="field"
      aria-label={label}
      {...invalid}
      type={field?.type === 'day' && op !== 'in' ? 'date' : 'text'}
      inputMode={field?.type === 'number' ? 'decimal' : undefined}
      placeholder={op === 'in' ? indicator.several : field?.type === 'agency' ? names.agency(value) : undefined}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
