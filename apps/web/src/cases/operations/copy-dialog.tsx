import { useId, useState } from 'react';
import type { Case, ChangedCase } from '../../../../api/cases/case.schema.ts';
import { people } from '../../parts/finders.ts';
import { useNames } from '../../parts/names.ts';
import { PickField } from '../../parts/pick-field.tsx';
import { useWords } from '../../words/words.tsx';
import { OperationDialog } from './operation-dialog.tsx';

interface CopyDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 抄送: people who have no step in it may read it, and say that they have. */
export function CopyDialog({ matter, onClose }: CopyDialogProps) {
  const { operations } = useWords();
  const { copies } = operations;
  const names = useNames();
  const id = useId();
  const [to, setTo] = useState<readonly string[]>([]);
  const [text, setText] = useState('');
  const words = text.trim();
  return (
    <OperationDialog<ChangedCase>
      matter={matter}
      word={operations.words.copy}
      path="copy"
      body={to.length === 0 ? null : { to, ...(words ? { text: words } : {}) }}
      onClose={onClose}
    >
      <div className="stacked">
        <label htmlFor={id}>{copies.to}</label>
        <PickField
          id={id}
          value=""
          find={people}
          onChange={(person) => person !== '' && setTo((before) => [...before.filter((one) => one !== person), person])}
        />
        {to.length > 0 && (
          <ul className="row-actions">
            {to.map((person) => (
              <li key={person}>
                <button
                  type="button"
                  className="button small"
                  aria-label={copies.remove(names.person(person))}
                  onClick={() => setTo(to.filter((one) => one !== person))}
                >
                  {names.person(person)} ✕
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <label>
        {copies.text}
        <textarea
          className="field"
          rows={2}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
    </OperationDialog>
  );
}
