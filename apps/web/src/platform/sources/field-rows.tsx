import type { Defect } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { fieldAfter, fieldTypes } from './source-draft.ts';
import type { FieldDraft } from './source-draft.ts';

interface FieldRowsProps {
  readonly fields: readonly FieldDraft[];
  /** The first so many hold data: they stay, under their names and of their types. */
  readonly kept?: number;
  readonly defects: readonly Defect[];
  readonly onChange: (fields: readonly FieldDraft[]) => void;
}

/** The columns of a source: what each is called, what it holds, and which of them a row is known by. */
export function FieldRows({ fields, kept = 0, defects, onChange }: FieldRowsProps) {
  const { source } = useWords();
  const mine = defects.filter(({ path }) => path === 'fields' || path === 'identity');
  const set = (index: number, change: Partial<FieldDraft>) =>
    onChange(fields.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <fieldset>
      <legend>{source.fields}</legend>
      <p className="quiet">{source.fieldsHelp}</p>
      <div className="scroller" role="region" aria-label={source.fields} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {source.fieldColumns.map((column) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field, index) => (
              <FieldRow
                key={`${index} of ${fields.length}`}
                number={index + 1}
                field={field}
                kept={index < kept}
                keyed={kept > 0}
                wrong={defects.filter(({ path }) => path?.startsWith(`fields.${index}.`))}
                onChange={(change) => set(index, change)}
                onRemove={() => onChange(fields.filter((_, at) => at !== index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="button small" onClick={() => onChange([...fields, fieldAfter(fields)])}>
        ＋ {source.addField}
      </button>
      {mine.map(({ message }) => (
        <p key={message} role="alert" className="fault">
          {message}
        </p>
      ))}
    </fieldset>
  );
}

interface FieldRowProps {
  readonly number: number;
  readonly field: FieldDraft;
  readonly kept: boolean;
  /** What a row is known by is settled. */
  readonly keyed: boolean;
  readonly wrong: readonly Defect[];
  readonly onChange: (change: Partial<FieldDraft>) => void;
  readonly onRemove: () => void;
}

function FieldRow({ number, field, kept, keyed, wrong, onChange, onRemove }: FieldRowProps) {
  const { source } = useWords();
  const isWrong = (name: string) =>
    wrong.some(({ path }) => path?.split('.')[2] === name) ? { 'aria-invalid': true as const } : {};
  const text = (name: 'title' | 'name' | 'codes' | 'min' | 'max', label: string, placeholder?: string) => (
    <input
      className="field"
      aria-label={source.columnOf(number, label)}
      placeholder={placeholder}
      {...isWrong(name)}
      readOnly={kept && name === 'name'}
      value={field[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  const check = (name: 'required' | 'identity', label: string) => (
    <input
      type="checkbox"
      aria-label={source.columnOf(number, label)}
      disabled={name === 'identity' && keyed}
      checked={field[name]}
      onChange={(event) => onChange({ [name]: event.target.checked })}
    />
  );
  const [title = '', name = '', type = '', required = '', identity = '', bounds = ''] = source.fieldColumns;
  return (
    <tr>
      <td>{text('title', title)}</td>
      <td>{text('name', name)}</td>
      <td>
        <select
          className="field"
          aria-label={source.columnOf(number, type)}
          disabled={kept}
          value={field.type}
          onChange={(event) => onChange({ type: event.target.value as FieldDraft['type'] })}
        >
          {fieldTypes.map((one) => (
            <option key={one} value={one}>
              {source.types[one]}
            </option>
          ))}
        </select>
      </td>
      <td>{check('required', required)}</td>
      <td>{check('identity', identity)}</td>
      <td>
        {field.type === 'code' && text('codes', bounds, source.codesHint)}
        {field.type === 'number' && (
          <span className="row-actions">
            {text('min', source.least, source.least)}
            {text('max', source.most, source.most)}
          </span>
        )}
        {wrong.length > 0 && (
          <span className="fault" role="alert">
            {wrong.map(({ message }) => message).join('；')}
          </span>
        )}
      </td>
      <td>
        {!kept && (
          <button type="button" className="button small" onClick={onRemove}>
            {source.remove}
            <span className="hidden">{source.field(number)}</span>
          </button>
        )}
      </td>
    </tr>
  );
}
