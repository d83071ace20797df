import { useId, useState } from 'react';
import type { Case, ChangedCase } from '../../../../api/cases/case.schema.ts';
import { PickField } from '../../parts/pick-field.tsx';
import { useWords } from '../../words/words.tsx';
import { OperationDialog } from './operation-dialog.tsx';
import { idOf, otherCases } from './other-cases.ts';

interface MergeDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 并案: this case ends in another one. */
export function MergeDialog({ matter, onClose }: MergeDialogProps) {
  const { operations } = useWords();
  const id = useId();
  const [into, setInto] = useState('');
  return (
    <OperationDialog<ChangedCase>
      matter={matter}
      word={operations.words.merge}
      path="merge"
      body={into === '' ? null : { into: idOf(into) }}
      needsReason
      grave
      onClose={onClose}
    >
      <p>{operations.merge.about}</p>
      <div className="stacked">
        <label htmlFor={id}>{operations.merge.into}</label>
        <PickField id={id} value={into} find={otherCases(matter)} onChange={setInto} />
      </div>
    </OperationDialog>
  );
}
