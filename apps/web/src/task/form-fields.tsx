import { useWords } from '../words/words.tsx';
import type { FieldsProps } from './field-props.ts';
import { FormField } from './form-field.tsx';

/** The fields of a form or of one item of a list, in the order of the form. */
export function FormFields({ schema, values, path, faults, caseId, onChange }: FieldsProps) {
  const words = useWords();
  return (
    <div className="form">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => {
        const record = values[name];
        if (field.readOnly) return null;
        if (name === 'id' && field.pattern !== undefined) {
          return typeof record !== 'string' ? null : (
            <p key={name} className="quiet">
              {words.handle.keepRecord} <span className="nowrap">{record}</span>
            </p>
          );
        }
        return (
          <FormField
            key={name}
            path={path === '' ? name : `${path}.${name}`}
            field={field}
            required={schema.required?.includes(name) ?? false}
            value={record}
            faults={faults}
            caseId={caseId}
            Fields={FormFields}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        );
      })}
    </div>
  );
}
