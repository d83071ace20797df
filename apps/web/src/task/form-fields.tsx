import { useWords } from '../words/words.tsx';
import { FormField } from './form-field.tsx';
import { isRecord } from './form-schema.ts';
import type { FieldSchema, Values } from './form-schema.ts';

/** What is wrong, by path. */
export type Faults = ReadonlyMap<string, string>;

export interface FieldsProps {
  readonly schema: FieldSchema;
  readonly values: Values;
  readonly path: string;
  readonly faults: Faults;
  readonly caseId: string;
  readonly onChange: (values: Values) => void;
}

export const fieldId = (path: string): string => `field-${path}`;

/** The fields of a form or of one item of a list, in the order of the form. */
export function FormFields({ schema, values, path, faults, caseId, onChange }: FieldsProps) {
  const words = useWords();
  return (
    <div className="form">
      {Object.entries(schema.properties ?? {}).map(([name, field]) => {
        if (name === 'id' && field.pattern !== undefined) {
          return values[name] === undefined ? null : (
            <p key={name} className="quiet">
              {words.handle.keepRecord} <span className="nowrap">{String(values[name])}</span>
            </p>
          );
        }
        return (
          <FormField
            key={name}
            path={path === '' ? name : `${path}.${name}`}
            field={field}
            required={schema.required?.includes(name) ?? false}
            value={values[name]}
            faults={faults}
            caseId={caseId}
            onChange={(value) => onChange({ ...values, [name]: value })}
          />
        );
      })}
    </div>
  );
}

export const recordOf = (value: unknown): Values => (isRecord(value) ? value : {});
