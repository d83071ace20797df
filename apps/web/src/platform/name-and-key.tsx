import { TextItem } from '../parts/form-item.tsx';
import type { Defect } from '../server/problem.ts';

interface Named {
  readonly name: string;
  readonly key: string;
}

interface NameAndKeyProps {
  readonly words: Named & { readonly keyHelp: string };
  readonly value: Named;
  readonly defects: readonly Defect[];
  /** Its key stays: a change of it is a new version. */
  readonly isKnown: boolean;
  readonly onChange: (changes: Partial<Named>) => void;
}

/** What an indicator or a rule is called, by people and by others that ask it. */
export function NameAndKey({ words, value, defects, isKnown, onChange }: NameAndKeyProps) {
  return (
    <>
      <TextItem
        label={words.name}
        path="name"
        defects={defects}
        required
        value={value.name}
        onChange={(name) => onChange({ name })}
      />
      <TextItem
        label={words.key}
        path="key"
        defects={defects}
        required
        help={words.keyHelp}
        readOnly={isKnown}
        value={value.key}
        onChange={(key) => onChange({ key })}
      />
    </>
  );
}
