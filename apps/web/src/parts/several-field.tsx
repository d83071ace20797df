import { PickField } from './pick-field.tsx';
import { useWords } from '../words/words.tsx';

interface SeveralFieldProps {
  readonly id: string;
  readonly values: readonly string[];
  readonly nameOf: (value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
  readonly find: Parameters<typeof PickField>[0]['find'];
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}

/** Some of many: each found by typing, each taken away by its own button. */
export function SeveralField({ id, values, nameOf, onChange, find, describedBy, invalid }: SeveralFieldProps) {
  const { pick } = useWords();
  return (
    <>
      <PickField
        id={id}
        value=""
        find={find}
        describedBy={describedBy}
        invalid={invalid}
        onChange={(chosen) => chosen !== '' && onChange([...values.filter((one) => one !== chosen), chosen])}
      />
      {values.length > 0 && (
        <ul className="row-actions">
          {values.map((value) => (
            <li key={value}>
              <button
                type="button"
                className="button small"
                aria-label={pick.remove(nameOf(value))}
                onClick={() => onChange(values.filter((one) => one !== value))}
              >
                {nameOf(value)} ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
