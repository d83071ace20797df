import { useWords } from '../words/words.tsx';

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly string[];
  readonly named?: (value: string) => string;
  readonly onChange: (value: string | undefined) => void;
}

/** One of several, or all; what is chosen from stands in the field. */
export function Choice({ label, value, choices, named = (one) => one, onChange }: ChoiceProps) {
  const { work } = useWords();
  const offered = value === undefined || choices.includes(value) ? choices : [value, ...choices];
  return (
    <select
      className={`field choice-field${value === undefined ? '' : ' set'}`}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{work.all(label)}</option>
      {offered.map((one) => (
        <option key={one} value={one}>
          {named(one)}
        </option>
      ))}
    </select>
  );
}
