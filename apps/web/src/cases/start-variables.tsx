import { useQuery } from '@tanstack/react-query';
import { directoryQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { useNames } from '../parts/names.ts';

export interface StartVariable {
  readonly name: string;
  readonly value: string;
}

/** Facts that a procedure may ask for by name; the unit it is about is chosen from the list of units. */
export function StartVariables({
  variables,
  onChange,
}: {
  readonly variables: readonly StartVariable[];
  readonly onChange: (variables: readonly StartVariable[]) => void;
}) {
  const { opening, task, act, handle } = useWords();
  const names = useNames();
  const { data } = useQuery(directoryQuery);
  const units = (data?.agencies ?? []).filter(({ kind }) => kind === 'unit');
  const unit = variables.find(({ name }) => name === 'unit')?.value ?? '';
  const others = variables.filter(({ name }) => name !== 'unit');
  const withUnit = (id: string, rest: readonly StartVariable[]) =>
    onChange([...(id ? [{ name: 'unit', value: id }] : []), ...rest]);
  const put = (index: number, changes: Partial<StartVariable>) =>
    withUnit(
      unit,
      others.map((one, at) => (at === index ? { ...one, ...changes } : one)),
    );
  return (
    <fieldset>
      <legend>{opening.variables}</legend>
      <div className="form">
        <label className="stacked">
          {data?.fields['unit']?.title ?? task.from}
          <select className="field" value={unit} onChange={(event) => withUnit(event.target.value, others)}>
            <option value="">{handle.choose}</option>
            {units.map(({ id }) => (
              <option key={id} value={id}>
                {names.agency(id)}
              </option>
            ))}
          </select>
        </label>
        {others.map(({ name, value }, index) => (
          <div key={`variable-${String(index)}`} className="row-actions">
            <label className="stacked">
              {opening.variableName}
              <input className="field" value={name} onChange={(event) => put(index, { name: event.target.value })} />
            </label>
            <label className="stacked">
              {opening.variableValue}
              <input className="field" value={value} onChange={(event) => put(index, { value: event.target.value })} />
            </label>
            <button
              type="button"
              className="button small"
              onClick={() =>
                withUnit(
                  unit,
                  others.filter((_, at) => at !== index),
                )
              }
            >
              {act.remove}
            </button>
          </div>
        ))}
        <p>
          <button
            type="button"
            className="button small"
            onClick={() => withUnit(unit, [...others, { name: '', value: '' }])}
          >
            ＋ {opening.addVariable}
          </button>
        </p>
      </div>
    </fieldset>
  );
}

/** Numbers, true, false and JSON as what they are, everything else as text. */
export function variablesOf(variables: readonly StartVariable[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    variables.filter(({ name }) => name.trim()).map(({ name, value }) => [name.trim(), valueOf(value)]),
  );
}

function valueOf(text: string): unknown {
  if (!/^\s*(-?\d+(\.\d+)?|true|false|[[{].*)\s*$/s.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}
