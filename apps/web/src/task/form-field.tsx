import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';
import { AttachmentsField } from './attachments-field.tsx';
import { fieldId, FormFields, recordOf } from './form-fields.tsx';
import type { Faults } from './form-fields.tsx';
import type { FieldSchema } from './form-schema.ts';
import { ListField } from './list-field.tsx';
import { ManyField } from './many-field.tsx';
import { PlainField } from './plain-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { StringsField } from './strings-field.tsx';

export interface FieldProps {
  readonly path: string;
  readonly field: FieldSchema;
  readonly required: boolean;
  readonly value: unknown;
  readonly faults: Faults;
  readonly caseId: string;
  readonly onChange: (value: unknown) => void;
}

/** One field, drawn by what its schema says it is. */
export function FormField(props: FieldProps) {
  const { field, path, value, faults, caseId, onChange } = props;
  if (field['x-ld-widget'] === 'attachments') return <AttachmentsField {...props} />;
  if (field['x-ld-kind'] === 'agency') return <ChoiceField {...props} />;
  if (field.type === 'array') {
    if (field.items?.type === 'object') return <ListField {...props} />;
    return field.items?.enum || field.items?.['x-ld-kind'] === 'agency' ? (
      <ManyField {...props} />
    ) : (
      <StringsField {...props} />
    );
  }
  if (field.type === 'object') {
    return (
      <fieldset id={fieldId(path)} tabIndex={-1}>
        <legend>
          <Title {...props} />
        </legend>
        <FormFields
          schema={field}
          values={recordOf(value)}
          path={path}
          faults={faults}
          caseId={caseId}
          onChange={onChange}
        />
        <Fault {...props} />
      </fieldset>
    );
  }
  return field.type === 'boolean' || field.enum ? <ChoiceField {...props} /> : <PlainField {...props} />;
}

/** The field's name and whether it has to be filled in, in words. */
export function Title({ field, path, required }: FieldProps): ReactNode {
  const { handle } = useWords();
  return (
    <>
      {field.title ?? path}
      {required && <span className="must">{handle.required}</span>}
    </>
  );
}

export const faultId = (path: string): string => `${fieldId(path)}-fault`;

export function Fault({ path, faults }: Pick<FieldProps, 'path' | 'faults'>) {
  const fault = faults.get(path);
  return fault === undefined ? null : (
    <span id={faultId(path)} className="fault">
      {fault}
    </span>
  );
}

/** What ties a control to its fault. */
export const faultProps = ({ path, faults }: Pick<FieldProps, 'path' | 'faults'>) =>
  faults.has(path) ? { 'aria-invalid': true as const, 'aria-describedby': faultId(path) } : {};
