import { useWords } from '../words/words.tsx';
import type { FieldsProps } from './field-props.ts';
import { FormField } from './form-field.tsx';
import { isRecordId } from './form-schema.ts';
import { RecordField } from './record-field.tsx';

/** The fields of a form or of one item of a list, in the order of the form. */
export function FormFields({ schema, values, path, faults, caseId, onChange }: FieldsProps) {
  const words = useWords();
  return (
    <div className="form">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => {
        const record = values[name];
        if (field.readOnly) return null;
        if (isRecordId(name, field) && schema.required?.includes(name) !== true) {
          return typeof record !== 'string' ? null : (
            <p key={name} className="quiet">
              {words.handle.keepRecord} <span className="nowrap">{record}</span>
            </p>
          );
        }
        const props = {
          path: path === '' ? name : `${path}.${name}`,
          field,
          required: schema.required?.includes(name) ?? false,
          value: record,
          faults,
          caseId,
          onChange: (value: unknown) => onChange({ ...values, [name]: value }),
        };
        if (isRecordId(name, field)) return <RecordField key={name} {...props} />;
        return <FormField key={name} {...props} Fields={FormFields} />;
      })}
    </div>
  );
}
