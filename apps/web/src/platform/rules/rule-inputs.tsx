import type { Indicator } from '../../../../api/platform/indicator.schema.ts';
import type { RuleInput } from '../../../../api/platform/rule.schema.ts';
import type { Defect } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';

interface RuleInputsProps {
  readonly inputs: readonly RuleInput[];
  readonly indicators: readonly Indicator[];
  readonly defects: readonly Defect[];
  readonly onChange: (inputs: readonly RuleInput[]) => void;
}

/** Other indicators of the same unit and period, and how the rule calls them. */
export function RuleInputs({ inputs, indicators, defects, onChange }: RuleInputsProps) {
  const { rule } = useWords();
  const set = (index: number, change: Partial<RuleInput>) =>
    onChange(inputs.map((one, at) => (at === index ? { ...one, ...change } : one)));
  const wrong = (path: string) => defects.filter((one) => one.path === path);
  return (
    <fieldset>
      <legend>{rule.inputs}</legend>
      <p className="quiet">{rule.inputsHelp}</p>
      {inputs.map((input, index) => {
        const faults = [...wrong(`inputs.${index}.name`), ...wrong(`inputs.${index}.indicator`)];
        return (
          <div key={`${index} of ${inputs.length}`} className="form-item">
            <div className="row-actions">
              <input
                className="field"
                aria-label={rule.inputName(index + 1)}
                aria-invalid={faults.length > 0 || undefined}
                value={input.name}
                onChange={(event) => set(index, { name: event.target.value })}
              />
              <select
                className="field"
                aria-label={rule.inputIndicator(index + 1)}
                value={input.indicator}
                onChange={(event) => set(index, { indicator: event.target.value })}
              >
                {indicators.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </select>
              <button
                type="button"
                className="button small"
                onClick={() => onChange(inputs.filter((_, at) => at !== index))}
              >
                {rule.remove}
                <span className="hidden">{rule.input(index + 1)}</span>
              </button>
            </div>
            {faults.map(({ message }) => (
              <span key={message} className="fault" role="alert">
                {message}
              </span>
            ))}
          </div>
        );
      })}
      {indicators.length > 0 && (
        <button
          type="button"
          className="button small"
          onClick={() => onChange([...inputs, { name: `x${inputs.length + 1}`, indicator: indicators[0]?.key ?? '' }])}
        >
          ＋ {rule.addInput}
        </button>
      )}
      {wrong('inputs').map(({ message }) => (
        <p key={message} className="fault" role="alert">
          {message}
        </p>
      ))}
    </fieldset>
  );
}
