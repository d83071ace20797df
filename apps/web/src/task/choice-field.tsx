import { useQuery } from '@tanstack/react-query';
import { directoryQuery } from '../server/queries.ts';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';
import { Fault, Title } from './field-parts.tsx';
import { fieldId, faultProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** Who runs the system does no business. */
const idle = ['designer', 'sysadmin', 'secadmin', 'auditadmin'];

/** More choices than this are a list to open. */
const side = 6;

/** One of several: yes or no, a word of the form, an agency. */
export function ChoiceField(props: FieldProps) {
  const { handle } = useWords();
  const { field, path, value, onChange } = props;
  const choices = useChoices(props.field);
  if (choices.length > side) {
    return (
      <div className="form-item">
        <label htmlFor={fieldId(path)}>
          <Title {...props} />
        </label>
        <select
          {...faultProps(props)}
          id={fieldId(path)}
          className="field"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{handle.choose}</option>
          {choices.map(([choice, label]) => (
            <option key={String(choice)} value={String(choice)}>
              {label}
            </option>
          ))}
        </select>
        <Fault {...props} />
      </div>
    );
  }
  return (
    <fieldset
      className="choice"
      id={fieldId(path)}
      tabIndex={-1}
      aria-describedby={faultProps(props)['aria-describedby']}
    >
      <legend>
        <Title {...props} />
      </legend>
      <div className="options">
        {choices
          .filter(([choice]) => field.const === undefined || field.const === choice)
          .map(([choice, label]) => (
            <label key={String(choice)}>
              <input type="radio" name={fieldId(path)} checked={value === choice} onChange={() => onChange(choice)} />
              {label}
            </label>
          ))}
      </div>
      <Fault {...props} />
    </fieldset>
  );
}

/** Values with the words for them. */
export function useChoices(field: FieldProps['field']): readonly (readonly [string | boolean, string])[] {
  const { handle } = useWords();
  const { data } = useQuery(directoryQuery);
  const names = useNames();
  if (field.type === 'boolean')
    return [
      [true, handle.yes],
      [false, handle.no],
    ];
  if (field['x-ld-widget'] === 'person')
    return (data?.people ?? [])
      .filter(({ roles }) => !roles.some((role) => idle.includes(role)))
      .map(({ id, name, title }) => [id, title ? `${name}（${title}）` : name]);
  if (field['x-ld-widget'] === 'agency')
    return (data?.agencies ?? []).filter(({ kind }) => kind !== 'platform').map(({ id }) => [id, names.agency(id)]);
  return (field.enum ?? []).map((choice) => [choice, field['x-ld-labels']?.[choice] ?? choice]);
}
