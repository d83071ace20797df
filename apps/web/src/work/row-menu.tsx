import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { actWord } from '../task/act-words.ts';
import type { ActName } from '../task/acts.ts';
import { useWords } from '../words/words.tsx';

interface RowMenuProps {
  readonly task: Task;
  readonly onAct: (act: ActName, tasks: readonly Task[]) => void;
}

const acts: readonly ActName[] = ['transfer', 'remind', 'extend'];

/** The keys t, r, y and e for whoever has a mouse. */
export function RowMenu({ task, onAct }: RowMenuProps) {
  const words = useWords();
  const [open, setOpen] = useState(false);
  return (
    <details
      className="row-menu"
      open={open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        event.currentTarget.querySelector('summary')?.focus();
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <summary
        className="button small"
        tabIndex={-1}
        aria-label={words.work.menu(task.caseNumber)}
        onClick={(event) => {
          // At once, not when the browser has told that it is open.
          event.preventDefault();
          setOpen(!open);
        }}
      >
        ⋯
      </summary>
      {open && (
        <div className="menu-panel">
          {acts.map((act) => (
            <button
              key={act}
              type="button"
              className="button small"
              onClick={(event) => {
                // From here the dialog gives the focus back.
                event.currentTarget.closest('details')?.querySelector('summary')?.focus();
                setOpen(false);
                onAct(act, [task]);
              }}
            >
              {actWord(words, act)}
            </button>
          ))}
          <Link to="/cases/$id/$tab" params={{ id: task.caseId, tab: 'overview' }} className="button small">
            {words.cases.one}
          </Link>
        </div>
      )}
    </details>
  );
}
