import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { meQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { rightsIn } from './rights.ts';

interface CorrectHereProps {
  readonly matter: Case;
  readonly elementId: string;
}

/** 更正 of the step that is looked at on the picture, for who may. */
export function CorrectHere({ matter, elementId }: CorrectHereProps) {
  const { operations } = useWords();
  const { data: me } = useQuery(meQuery);
  const [open, setOpen] = useState(false);
  if (!me || !rightsIn(matter, me).correct) return null;
  return (
    <p className="no-print">
      <button type="button" className="button small danger" onClick={() => setOpen(true)}>
        {operations.words.correct}
      </button>
      {open && <CorrectionDialog matter={matter} elementId={elementId} onClose={() => setOpen(false)} />}
    </p>
  );
}
