import { Input } from 'antd';
import { Fault, Title } from './field-parts.tsx';
import { fieldId, faultProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** A list of short texts, one a line. */
export function StringsField(props: FieldProps) {
  const { path, value, onChange } = props;
  const lines: readonly unknown[] = Array.isArray(value) ? value : [];
  return (
    <div className="form-item">
      <label htmlFor={fieldId(path)}>
        <Title {...props} />
      </label>
      <Input.TextArea
        {...faultProps(props)}
        id={fieldId(path)}
        autoSize={{ minRows: 2, maxRows: 10 }}
        value={lines.join('\n')}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value.split('\n'))}
      />
      <Fault {...props} />
    </div>
  );
}
