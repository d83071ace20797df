import type { FieldSchema } from '../../task/form-schema.ts';
import { useDesign } from '../design-words.ts';
import { TextControl } from '../properties/text-control.tsx';
import { choicesOf, withChoices } from './field-kinds.ts';

interface ChoicesProps {
  readonly field: FieldSchema;
  readonly onField: (field: FieldSchema) => void;
}

/** What can be chosen: what people read, and the code that expressions compare with. */
export function Choices({ field, onField }: ChoicesProps) {
  const { design } = useDesign();
  const choices = choicesOf(field);
  const put = (at: number, choice: readonly [string, string]) =>
    onField(
      withChoices(
        field,
        choices.map((one, index) => (index === at ? choice : one)),
      ),
    );
  return (
    <fieldset>
      <legend>{design.form.choices}</legend>
      <div className="form">
        {choices.map(([code, label], index) => (
          <div key={`choice ${String(index)}`} className="mapping">
            <TextControl
              shared={{ id: `choice-label-${index}` }}
              kind="text"
              label={`${design.form.choiceLabel} ${index + 1}`}
              value={label}
              onChange={(next) => put(index, [code, next])}
            />
            <span aria-hidden="true">=</span>
            <TextControl
              shared={{ id: `choice-code-${index}` }}
              kind="text"
              label={`${design.form.choiceCode} ${index + 1}`}
              value={code}
              onChange={(next) => put(index, [next, label])}
            />
            <button
              type="button"
              className="button small"
              onClick={() =>
                onField(
                  withChoices(
                    field,
                    choices.filter((_, at) => at !== index),
                  ),
                )
              }
            >
              {design.table.delete}
              <span className="hidden"> {label}</span>
            </button>
          </div>
        ))}
        <p>
          <button
            type="button"
            className="button small"
            onClick={() =>
              onField(withChoices(field, [...choices, [String(choices.length + 1), design.form.newChoice]]))
            }
          >
            ＋ {design.form.addChoice}
          </button>
        </p>
      </div>
    </fieldset>
  );
}
