import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { Acted, Task } from '../../../api/tasks/task.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { lastList } from '../work/last-list.ts';
import { useWords } from '../words/words.tsx';
import { Consequences } from './consequences.tsx';
import { draftText } from './draft-text.ts';
import { useOutcomeWord } from './use-outcome-word.ts';
import { usePreview } from './use-preview.ts';
import { faultsOf } from './faults.ts';
import type { Faults } from './field-props.ts';
import type { Values } from './form-schema.ts';

interface SubmitDialogProps {
  readonly task: Task;
  readonly body: { readonly outcome?: string; readonly variables: Values; readonly comment?: string };
  readonly onFaults: (faults: Faults) => void;
  readonly onClose: () => void;
  readonly onDone: () => Promise<void>;
  /** Said instead of the consequences, to who is not told them. */
  readonly about?: ReactNode;
  /** Where one goes from there; back to the list where nothing is said. */
  readonly onSubmitted?: () => void;
}

/** What will happen, from the server, and one confirmation that names the act. A conflict loses nothing. */
export function SubmitDialog({ task, body, onFaults, onClose, onDone, about, onSubmitted }: SubmitDialogProps) {
  const { handle, act, state, dialog } = useWords();
  const wordOf = useOutcomeWord(task.kind);
  const announce = useAnnounce();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [tried] = usePreview([task.id], 'complete', body).tried ?? [];
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const problem = refusal ?? tried?.problem ?? null;
  const faults = faultsOf(problem);

  useEffect(() => {
    if (faults.size > 0) onFaults(faults);
  });

  async function submit() {
    if (busy || !tried?.preview) return;
    setBusy(true);
    setRefusal(null);
    try {
      const path = `/tasks/${encodeURIComponent(task.id)}/complete`;
      await call<Acted>(path, { method: 'POST', body, key: key.current });
    } catch (error) {
      setBusy(false);
      if (!(error instanceof Problem)) throw error;
      return setRefusal(error);
    }
    await onDone();
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => ['tasks', 'task', 'case', 'cases', 'counts'].includes(String(queryKey[0])),
      refetchType: 'none',
    });
    if (onSubmitted) return onSubmitted();
    announce(handle.done(task.name), { label: act.withdraw, run: () => void takeBack() });
    void navigate({ to: '/work', search: lastList() });
  }

  /** 撤回 at once: as long as nobody has acted on it. */
  async function takeBack() {
    try {
      await call<Acted>(`/tasks/${encodeURIComponent(task.id)}/withdraw`, {
        method: 'POST',
        body: {},
        key: newActKey(),
      });
      await queries.invalidateQueries({
        predicate: ({ queryKey }) => ['tasks', 'task', 'case', 'cases', 'counts'].includes(String(queryKey[0])),
      });
      announce(dialog.done(act.withdraw));
    } catch (error) {
      announce((error as Error).message || state.unreachable);
    }
  }

  const word = body.outcome === undefined ? act.submit : act.submitWith(wordOf(body.outcome));
  const stale = problem !== null && problem.status === 409;
  return (
    <Dialog
      title={`${word} · ${task.name}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {act.back}
          </button>
          {!stale && (
            <button
              type="button"
              className="button primary"
              aria-disabled={busy || !tried?.preview}
              onClick={() => void submit()}
            >
              {word}
            </button>
          )}
        </>
      }
    >
      {about ?? <h3>{handle.next}</h3>}
      <div role="status">
        {!tried && !problem && <p className="quiet">{handle.checking}</p>}
        {!about && tried?.preview && !problem && <Consequences preview={tried.preview} endedElement={task.elementId} />}
      </div>
      <div role="alert" className="fault">
        {problem && <p>{problem.message || state.unreachable}</p>}
      </div>
      {stale && (
        <>
          <p>{handle.stale}</p>
          <p className="row-actions">
            <button
              type="button"
              className="button"
              onClick={() => {
                onClose();
                void queries.invalidateQueries({ queryKey: ['task', task.id] });
              }}
            >
              {handle.seeResult}
            </button>
            <CopyButton text={draftText(body)} label={handle.copyMine} />
          </p>
        </>
      )}
    </Dialog>
  );
}
