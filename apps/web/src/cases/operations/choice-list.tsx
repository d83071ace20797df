interface ChoiceListProps {
  readonly label: string;
  readonly none: string;
  readonly choices: readonly (readonly [id: string, name: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Several of what is there, by ticks. */
export function ChoiceList({ label, none, choices, chosen, onChange }: ChoiceListProps) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {choices.length === 0 && <p className="quiet">{none}</p>}
      <div className="options">
        {choices.map(([id, name]) => (
          <label key={id} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(event.target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
              }
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
