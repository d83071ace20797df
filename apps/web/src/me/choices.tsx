import { useId } from 'react';

interface ChoicesProps<Value extends string> {
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly (readonly [Value, string])[];
  readonly onChoose: (value: NoInfer<Value>) => void;
}

export function Choices<Value extends string>({ legend, value, choices, onChoose }: ChoicesProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      <div className="options">
        {choices.map(([choice, label]) => (
          <label key={choice}>
            <input type="radio" name={name} checked={choice === value} onChange={() => onChoose(choice)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
