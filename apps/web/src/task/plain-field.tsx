import { Input, InputNumber } from 'antd';
import { DateInput } from '../parts/date-field.tsx';
import { Fault, Title } from './field-parts.tsx';
import { fieldId, faultProps } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** Text, number or date. */
export function PlainField(props: FieldProps) {
  const { path } = props;
  return (
    <div className="form-item">
      <label htmlFor={fieldId(path)}>
        <Title {...props} />
      </label>
      <Control {...props} />
      <Fault {...props} />
    </div>
  );
}

function Control(props: FieldProps) {
  const { field, path, required, value, onChange } = props;
  const text = typeof value === 'string' ? value : '';
  const shared = { id: fieldId(path), 'aria-required': required || undefined, ...faultProps(props) };
  if (field.type === 'number' || field.type === 'integer') {
    return (
      <InputNumber
        {...shared}
        style={{ width: 240, maxWidth: '100%' }}
        controls={false}
        value={typeof value === 'number' ? value : null}
        {...(field.type === 'integer' ? { precision: 0 } : {})}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  }
  if (field.format === 'date') {
    const { 'aria-describedby': describedBy } = faultProps(props);
    return (
      <DateInput
        id={fieldId(path)}
        value={text}
        onChange={onChange}
        invalid={props.faults.has(path)}
        {...(describedBy ? { describedBy } : {})}
      />
    );
  }
  if (field.format === 'date-time') return <MomentInput {...props} />;
  if (field['x-ld-widget'] === 'textarea') {
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 3, maxRows: 12 }}
        {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  return (
    <Input
      {...shared}
      {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A moment in China, whatever the machine's zone. */
function MomentInput(props: FieldProps) {
  const { path, value, onChange } = props;
  return (
    <input
      {...faultProps(props)}
      id={fieldId(path)}
      type="datetime-local"
      className="field date-field"
      value={typeof value === 'string' ? value.slice(0, 16) : ''}
      onChange={(event) => onChange(event.target.value ? `${event.target.value}:00+08:00` : undefined)}
    />
  );
}
