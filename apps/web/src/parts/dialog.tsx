import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '../words/words.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** A dialog that must be answered has no way round it. */
  readonly mustAnswer?: boolean;
  /** For pictures and tables. */
  readonly wide?: boolean;
}

/** The browser's own modal dialog: it keeps the focus, Esc closes, and the focus returns to where it came from. */
export function Dialog({ title, onClose, children, actions, mustAnswer, wide }: DialogProps) {
  const words = useWords();
  const heading = useId();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog${wide ? ' wide' : ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        if (!mustAnswer) onClose();
      }}
    >
      <h2 id={heading}>{title}</h2>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">
        {actions ?? (
          <button type="button" className="button" onClick={onClose}>
            {words.act.close}
          </button>
        )}
      </div>
    </dialog>
  );
}
