import { useChoices } from './choice-field.tsx';
import { Fault, Title } from './field-parts.tsx';
import { fieldId, faultProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** Several of a closed list. */
export function ManyField(props: FieldProps) {
  const { field, path, value, onChange } = props;
  const choices = useChoices(field.items ?? {});
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
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
        {choices.map(([choice, label]) => (
          <label key={String(choice)}>
            <input
              type="checkbox"
              checked={chosen.includes(choice)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, choice] : chosen.filter((one) => one !== choice))
              }
            />
            {label}
          </label>
        ))}
      </div>
      <Fault {...props} />
    </fieldset>
  );
}
