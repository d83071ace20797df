import { useState } from 'react';
import { useDesign } from '../design-words.ts';
import type { Opened } from '../opened.ts';
import { TrialDialog } from '../trial/trial-dialog.tsx';
import type { Autosave } from '../use-autosave.ts';

interface TrialButtonProps {
  readonly opened: Opened;
  readonly defects: number;
  readonly autosave: Autosave;
}

/** 试运行 of what is drawn. */
export function TrialButton({ opened, defects, autosave }: TrialButtonProps) {
  const { design } = useDesign();
  const [open, setOpen] = useState(false);
  const drafted = autosave.state.kind !== 'none';
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={defects > 0}
        onClick={() => defects === 0 && setOpen(true)}
      >
        {design.trial.begin}
      </button>
      {open && <TrialDialog code={opened.key} version={drafted ? null : opened.base} onClose={() => setOpen(false)} />}
    </>
  );
}
