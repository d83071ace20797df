import { useWords } from '../words/words.tsx';
import { newItem, recordOf } from './form-schema.ts';
import { Fault, Title } from './field-parts.tsx';
import { fieldId } from './field-props.ts';
import type { FieldProps } from './field-props.ts';

/** A list of things with fields of their own: findings, items, people. */
export function ListField(props: FieldProps) {
  const { handle } = useWords();
  const { field, path, value, faults, caseId, Fields, onChange } = props;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const title = field.items?.title ?? field.title ?? '';
  const put = (index: number, item: unknown) => onChange(items.map((one, at) => (at === index ? item : one)));
  return (
    <fieldset id={fieldId(path)} tabIndex={-1}>
      <legend>
        <Title {...props} />
      </legend>
      <div className="form">
        {items.length === 0 && <p className="quiet">{handle.noItems}</p>}
        {items.map((item, index) => (
          <fieldset key={`${path}.${index}`}>
            <legend>{handle.item(title, index + 1)}</legend>
            <Fields
              schema={field.items ?? {}}
              values={recordOf(item)}
              path={`${path}.${index}`}
              faults={faults}
              caseId={caseId}
              onChange={(next) => put(index, next)}
            />
            <p>
              <button
                type="button"
                className="button small"
                onClick={() => onChange(items.filter((_, at) => at !== index))}
              >
                {handle.removeItem(title, index + 1)}
              </button>
            </p>
          </fieldset>
        ))}
        <p>
          <button
            type="button"
            className="button small"
            aria-disabled={items.length >= (field.maxItems ?? Infinity)}
            onClick={() => items.length < (field.maxItems ?? Infinity) && onChange([...items, newItem(field)])}
          >
            ＋ {handle.addItem(title)}
          </button>
        </p>
        <Fault {...props} />
      </div>
    </fieldset>
  );
}
