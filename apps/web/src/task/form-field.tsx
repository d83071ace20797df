import { AttachmentsField } from './attachments-field.tsx';
import { ChoiceField } from './choice-field.tsx';
import { Fault, Title } from './field-parts.tsx';
import { fieldId } from './field-props.ts';
import type { FieldProps } from './field-props.ts';
import { isNamed, recordOf } from './form-schema.ts';
import { ListField } from './list-field.tsx';
import { ManyField } from './many-field.tsx';
import { PlainField } from './plain-field.tsx';
import { StringsField } from './strings-field.tsx';

/** One field, drawn by what its schema says it is. */
export function FormField(props: FieldProps) {
  const { field, path, value, faults, caseId, Fields, onChange } = props;
  if (field['x-ld-widget'] === 'attachments') return <AttachmentsField {...props} />;
  if (isNamed(field)) return <ChoiceField {...props} />;
  if (field.type === 'array') {
    if (field.items?.type === 'object') return <ListField {...props} />;
    return field.items?.enum || isNamed(field.items) ? <ManyField {...props} /> : <StringsField {...props} />;
  }
  if (field.type === 'object') {
    return (
      <fieldset id={fieldId(path)} tabIndex={-1}>
        <legend>
          <Title {...props} />
        </legend>
        <Fields
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
