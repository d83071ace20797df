import { useState } from 'react';
import { useDesign } from '../design-words.ts';
import { FieldEditor } from './field-editor.tsx';
import { kindOf } from './field-kinds.ts';
import type { Holder } from './fields.ts';
import { movedField, renamedField, withField, withNewField, withoutField, withRequired } from './fields.ts';

interface FieldListProps {
  readonly holder: Holder;
  readonly onChange: (holder: Holder) => void;
  readonly path: string;
}

/** The fields of a form, a group or a row, in their order; one is open at a time. */
export function FieldList({ holder, onChange, path }: FieldListProps) {
  const { design, words } = useDesign();
  const [opened, setOpened] = useState<string | null>(null);
  const names = Object.keys(holder.properties);
  return (
    <ol className="form-fields">
      {Object.entries(holder.properties).map(([name, field], index) => {
        const label = field.title || name;
        const isRequired = holder.required?.includes(name) ?? false;
        return (
          <li key={`${path} ${String(index)}`} className="panel">
            <div className="row-actions">
              <button
                type="button"
                className="button quiet-button"
                aria-expanded={opened === name}
                onClick={() => setOpened(opened === name ? null : name)}
              >
                {label}
              </button>
              <code className="quiet">{name}</code>
              <span className="quiet">{design.form.kinds[kindOf(field)]}</span>
              {isRequired && <span className="must">{words.handle.required}</span>}
              <span className="spring row-actions">
                <button
                  type="button"
                  className="button small"
                  aria-disabled={index === 0}
                  onClick={() => onChange(movedField(holder, name, -1))}
                >
                  ↑<span className="hidden">{design.form.up(label)}</span>
                </button>
                <button
                  type="button"
                  className="button small"
                  aria-disabled={index === names.length - 1}
                  onClick={() => onChange(movedField(holder, name, 1))}
                >
                  ↓<span className="hidden">{design.form.down(label)}</span>
                </button>
                <button
                  type="button"
                  className="button small danger"
                  onClick={() => onChange(withoutField(holder, name))}
                >
                  {design.table.delete}
                  <span className="hidden"> {label}</span>
                </button>
              </span>
            </div>
            {opened === name && (
              <FieldEditor
                name={name}
                field={field}
                required={isRequired}
                path={`${path}${name}.`}
                within={(inner, at, change) => <FieldList holder={inner} path={at} onChange={change} />}
                onField={(next) => onChange(withField(holder, name, next))}
                onRequired={(next) => onChange(withRequired(holder, name, next))}
                onRename={(next) => {
                  const renamed = renamedField(holder, name, next);
                  if (renamed === holder) return;
                  onChange(renamed);
                  setOpened(next);
                }}
              />
            )}
          </li>
        );
      })}
      <li>
        <button
          type="button"
          className="button"
          onClick={() => {
            const made = withNewField(holder, design.form.newField);
            onChange(made.holder);
            setOpened(made.name);
          }}
        >
          ＋ {design.form.add}
        </button>
      </li>
    </ol>
  );
}
