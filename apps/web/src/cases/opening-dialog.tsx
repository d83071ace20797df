import type { Preview } from '../../../api/commands/preview.schema.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Consequences } from '../task/consequences.tsx';
import { useWords } from '../words/words.tsx';

interface OpeningDialogProps {
  readonly title: string;
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}

/** What opening the case sets going, and one confirmation. */
export function OpeningDialog({ title, preview, busy, onClose, onConfirm }: OpeningDialogProps) {
  const { act, opening, handle } = useWords();
  return (
    <Dialog
      title={`${opening.submit} · ${title}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {act.back}
          </button>
          <button type="button" className="button primary" aria-disabled={busy} onClick={onConfirm}>
            {opening.submit}
          </button>
        </>
      }
    >
      <h3>{handle.next}</h3>
      <Consequences preview={preview} />
    </Dialog>
  );
}
