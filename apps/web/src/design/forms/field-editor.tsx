import { useId } from 'react';
import type { ReactNode } from 'react';
import type { FieldSchema } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';
import { TextControl } from '../properties/text-control.tsx';
import { Choices } from './choices.tsx';
import { DayLimits } from './day-limits.tsx';
import { asKind, fieldKinds, kindOf } from './field-kinds.ts';
import type { FieldKind } from './field-kinds.ts';
import type { Holder } from './fields.ts';
import { holderOf } from './fields.ts';
import { Limits } from './limits.tsx';

interface FieldEditorProps {
  readonly name: string;
  readonly field: FieldSchema;
  readonly required: boolean;
  readonly path: string;
  readonly onField: (field: FieldSchema) => void;
  readonly onRequired: (required: boolean) => void;
  readonly onRename: (name: string) => void;
  /** The fields within a row or a group. */
  readonly within: (holder: Holder, path: string, onChange: (holder: Holder) => void) => ReactNode;
}

/** One field: what people read, what expressions call it, what kind it is and how much it takes. */
export function FieldEditor({ name, field, required, path, onField, onRequired, onRename, within }: FieldEditorProps) {
  const { design, words } = useDesign();
  const id = useId();
  const kind = kindOf(field);
  return (
    <div className="form">
      <div className="form-item">
        <label htmlFor={`${id}-title`}>{design.form.title}</label>
        <TextControl
          shared={{ id: `${id}-title` }}
          kind="text"
          value={field.title ?? ''}
          onChange={(title) => onField({ ...field, title })}
        />
      </div>
      <div className="form-item">
        <label htmlFor={`${id}-name`}>{design.form.name}</label>
        <TextControl
          shared={{ id: `${id}-name` }}
          kind="text"
          value={name}
          onChange={(next) => onRename(next.trim())}
        />
        <span className="quiet hint">{design.form.nameHint}</span>
      </div>
      <div className="form-item">
        <label htmlFor={`${id}-kind`}>{design.form.kind}</label>
        <select
          id={`${id}-kind`}
          className="field"
          value={kind}
          onChange={(event) => onField(asKind(field, event.target.value as FieldKind))}
        >
          {kind === 'other' && <option value="other">{design.form.kinds.other}</option>}
          {fieldKinds.map((one) => (
            <option key={one} value={one}>
              {design.form.kinds[one]}
            </option>
          ))}
        </select>
      </div>
      <label className="switch">
        <input type="checkbox" checked={required} onChange={(event) => onRequired(event.target.checked)} />
        {words.handle.required}
      </label>
      <label className="switch">
        <input
          type="checkbox"
          checked={field.readOnly === true}
          onChange={(event) => {
            const { readOnly: _, ...rest } = field;
            onField(event.target.checked ? { ...rest, readOnly: true } : rest);
          }}
        />
        {design.form.readOnly}
      </label>
      {(kind === 'choice' || kind === 'many') && <Choices field={field} onField={onField} />}
      <Limits kind={kind} field={field} onField={onField} />
      {kind === 'date' && <DayLimits field={field} onField={onField} />}
      {kind === 'rows' && (
        <fieldset>
          <legend>{design.form.rowFields}</legend>
          {within(holderOf(field.items ?? {}), `${path}items.`, (items) => onField({ ...field, items }))}
        </fieldset>
      )}
      {kind === 'group' && (
        <fieldset>
          <legend>{design.form.groupFields}</legend>
          {within(holderOf(field), path, onField)}
        </fieldset>
      )}
    </div>
  );
}
