import { useId, useState } from 'react';
import type { Case, ChangedCase } from '../../../../api/cases/case.schema.ts';
import { people } from '../../parts/finders.ts';
import { useNames } from '../../parts/names.ts';
import { SeveralField } from '../../parts/several-field.tsx';
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
        <SeveralField id={id} values={to} nameOf={names.person} find={people} onChange={setTo} />
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
