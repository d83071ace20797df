import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { useWords } from '../../words/words.tsx';
import { RehearsedLines } from './rehearsed-lines.tsx';
import { useRehearsal } from './use-rehearsal.ts';

type Body = Readonly<Record<string, unknown>>;

interface OperationDialogProps<Answer> {
  readonly matter: Case;
  /** Names the act in the title and, unless `button` does, on the button. */
  readonly word: string;
  readonly button?: string;
  /** Below the case's own address. */
  readonly path: string;
  readonly method?: 'POST' | 'PATCH' | 'DELETE';
  /** Without the reason; null while something is missing. */
  readonly body: Body | null;
  readonly needsReason?: boolean;
  /** What it spoils is accepted by a tick, then sent as `force`. */
  readonly forcible?: boolean;
  readonly grave?: boolean;
  readonly onClose: () => void;
  /** What is said when it is done. */
  readonly said?: (answer: Answer) => string;
  readonly onDone?: (answer: Answer) => void;
  readonly children: ReactNode;
}

/** One act on a case: what it asks, what the server says it would do, why it is done, and one button that names it. */
export function OperationDialog<Answer>(props: OperationDialogProps<Answer>) {
  const { matter, word, button = word, method = 'POST', body, needsReason = false, grave = false, children } = props;
  const words = useWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const [accepted, setAccepted] = useState(false);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const path = `/cases/${encodeURIComponent(matter.id)}/${props.path}`;
  const why = reason.trim();
  // The reason changes nothing of what would happen: the rehearsal does without the one that is being written.
  const rehearsed = useRehearsal({ path, method, body: body && (needsReason ? { ...body, reason: word } : body) });
  const spoils = (rehearsed.preview?.warnings.length ?? 0) > 0;
  const ready = rehearsed.preview !== null && (why !== '' || !needsReason) && (!spoils || accepted);

  async function carryOut() {
    if (!ready || busy || body === null) return;
    setBusy(true);
    setRefusal('');
    const whole = { ...body, ...(why ? { reason: why } : {}), ...(spoils && accepted ? { force: true } : {}) };
    try {
      // What is deleted takes no body.
      const sent = method === 'DELETE' ? { query: { reason: why } } : { body: whole };
      const answer = await call<Answer>(path, { method, ...sent, key: key.current });
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => ['case', 'cases', 'task', 'tasks', 'counts'].includes(String(queryKey[0])),
      });
      announce(props.said?.(answer) ?? words.dialog.done(word));
      props.onClose();
      props.onDone?.(answer);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Without an answer it may have been done: the same key then gives the same answer.
      if (error.status !== 0) key.current = newActKey();
      setRefusal(error.message || words.state.unreachable);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={`${word} · ${matter.number}`}
      onClose={props.onClose}
      actions={
        <>
          <button type="button" className="button" onClick={props.onClose}>
            {words.act.cancel}
          </button>
          <button
            type="button"
            className={`button ${grave ? 'danger' : 'primary'}`}
            aria-disabled={busy || !ready}
            onClick={() => void carryOut()}
          >
            {button}
          </button>
        </>
      }
    >
      {children}
      <label>
        <span>
          {words.operations.reasonNeeded}
          {needsReason && <span className="must"> {words.handle.required}</span>}
        </span>
        <textarea
          className="field"
          rows={2}
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <RehearsedLines rehearsed={rehearsed} />
      {props.forcible && spoils && (
        <label className="check">
          <input type="checkbox" checked={accepted} onChange={(event) => setAccepted(event.target.checked)} />
          {words.operations.correction.force}
        </label>
      )}
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
