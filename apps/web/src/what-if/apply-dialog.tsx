import { useState } from 'react';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useWhatIfWords } from './what-if-words.ts';

interface ApplyDialogProps {
  readonly cases: number;
  /** Makes the change and says what has been made. */
  readonly onApply: (reason: string) => Promise<string>;
  readonly onClose: () => void;
}

/** What has been supposed is made so, for a reason. */
export function ApplyDialog({ cases, onApply, onClose }: ApplyDialogProps) {
  const { words, whatIf } = useWhatIfWords();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  async function apply() {
    if (busy) return;
    if (!reason.trim()) return setRefusal(whatIf.reasonNeeded);
    setBusy(true);
    try {
      announce(await onApply(reason.trim()));
      onClose();
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
      setBusy(false);
    }
  }
  return (
    <Dialog
      title={whatIf.applyTitle}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button danger" aria-disabled={busy} onClick={() => void apply()}>
            {whatIf.applyTitle}
          </button>
        </>
      }
    >
      <p>{whatIf.applyRules(cases)}</p>
      <label>
        {whatIf.reason}
        <textarea className="field" rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
