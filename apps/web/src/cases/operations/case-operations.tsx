import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ComponentType } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { meQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';
import { AddedTaskDialog } from './added-task-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { rightsIn } from './rights.ts';
import { SplitDialog } from './split-dialog.tsx';
import { StartDayDialog } from './start-day-dialog.tsx';
import { VariableDialog } from './variable-dialog.tsx';

type Operation = 'addTask' | 'note' | 'copy' | 'link' | 'merge' | 'split' | 'correct' | 'variable' | 'startDay';
type OperationDialog = ComponentType<{ readonly matter: Case; readonly onClose: () => void }>;

const dialogs: Readonly<Record<Operation, OperationDialog>> = {
  addTask: AddedTaskDialog,
  note: NoteDialog,
  copy: CopyDialog,
  link: LinkDialog,
  merge: MergeDialog,
  split: SplitDialog,
  correct: CorrectionDialog,
  variable: VariableDialog,
  startDay: StartDayDialog,
};

const grave: ReadonlySet<Operation> = new Set(['merge', 'correct', 'variable', 'startDay']);

/** What an office and an operator do to a case beside its steps; each opens its dialog. What may not be done is not offered. */
export function CaseOperations({ matter }: { readonly matter: Case }) {
  const { operations } = useWords();
  const { data: me } = useQuery(meQuery);
  const [chosen, setChosen] = useState<Operation | null>(null);
  if (!me) return null;
  const offered = offeredTo(rightsIn(matter, me));
  if (offered.length === 0) return null;
  const Chosen = chosen === null ? null : dialogs[chosen];
  return (
    <>
      <details
        className="row-menu"
        onKeyDown={(event) => {
          if (event.key === 'Escape') closeMenu(event.currentTarget);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.removeAttribute('open');
        }}
      >
        <summary className="button">{operations.more} ▾</summary>
        <div className="menu-panel">
          {offered.map((one) => (
            <button
              key={one}
              type="button"
              className={`button${grave.has(one) ? ' danger' : ''}`}
              onClick={(event) => {
                closeMenu(event.currentTarget);
                setChosen(one);
              }}
            >
              {operations.words[one]}
            </button>
          ))}
        </div>
      </details>
      {Chosen && <Chosen matter={matter} onClose={() => setChosen(null)} />}
    </>
  );
}

const offeredTo = ({ add, takePart, steer, correct }: ReturnType<typeof rightsIn>): readonly Operation[] => [
  ...(add ? (['addTask'] as const) : []),
  ...(takePart ? (['note', 'copy'] as const) : []),
  ...(steer ? (['link', 'merge', 'split'] as const) : []),
  ...(correct ? (['correct', 'variable', 'startDay'] as const) : []),
];

/** The focus stays where the menu was opened, and comes back there from the dialog. */
function closeMenu(inside: HTMLElement): void {
  const menu = inside.closest('details');
  menu?.removeAttribute('open');
  menu?.querySelector('summary')?.focus();
}
