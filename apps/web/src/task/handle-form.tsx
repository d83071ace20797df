import { useEffect, useId, useRef, useState } from 'react';
import { Input } from 'antd';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { DraftLine } from './draft-line.tsx';
import { FormFields } from './form-fields.tsx';
import { Mistakes } from './mistakes.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { TaskActs } from './task-acts.tsx';
import { useFilling } from './use-filling.ts';
import type { FillingProps } from './use-filling.ts';
import { useOutcomeWord } from './use-outcome-word.ts';

interface HandleFormProps extends FillingProps {
  readonly own: boolean;
}

/** The form, the outcome, and one button that names it; what happens is shown before it happens. */
export function HandleForm({ own, ...filled }: HandleFormProps) {
  const { words, language } = useSpeaking();
  const { handle, act } = words;
  const { task, schema } = filled;
  const filling = useFilling(filled);
  const { values, outcome, comment, faults, restoredAt } = filling;
  const { state, save, drop } = filling.drafting;
  const wordOf = useOutcomeWord(task.kind);
  const [submitting, setSubmitting] = useState(false);
  const commentId = useId();

  function submit() {
    const lacking = filling.lacking();
    if (lacking.size > 0) return filling.show(lacking);
    filling.forgive();
    setSubmitting(true);
  }

  const submitNow = useRef(submit);
  submitNow.current = submit;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.isComposing || document.querySelector('dialog[open]')) return;
      if (event.key !== 'Enter' && event.key !== 's') return;
      event.preventDefault();
      if (event.key === 's') save();
      else submitNow.current();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [save]);

  return (
    <section aria-label={handle.form}>
      <div className="panel" onBlur={save}>
        <h2>{handle.form}</h2>
        {restoredAt && (
          <p className="row-actions quiet">
            {handle.draftKept(momentText(restoredAt, today(), language))}
            <button type="button" className="button small" onClick={filling.startAgain}>
              {handle.dropDraft}
            </button>
          </p>
        )}
        <Mistakes schema={schema} faults={faults} times={filling.mistakes} />
        {task.form === null && <p className="quiet">{handle.noForm}</p>}
        <div className="form">
          <FormFields
            schema={filling.asked}
            values={values}
            path=""
            faults={faults}
            caseId={task.caseId}
            onChange={filling.setValues}
          />
          {task.outcomes.length > 0 && (
            <OutcomeChoice
              kind={task.kind}
              outcomes={task.outcomes}
              chosen={outcome}
              faults={faults}
              onChoose={filling.setOutcome}
            />
          )}
          <div className="form-item">
            <label htmlFor={commentId}>{handle.comment}</label>
            <Input.TextArea
              id={commentId}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={comment}
              onChange={(event) => filling.setComment(event.target.value)}
            />
          </div>
        </div>
      </div>
      <div className="outcome-bar no-print">
        <button type="button" className="button primary" aria-keyshortcuts="Control+Enter" onClick={submit}>
          {outcome === undefined ? act.submit : act.submitWith(wordOf(outcome))}
        </button>
        <TaskActs task={task} rights={{ act: true, operate: false, withdraw: false, own, cancel: false }} />
        <button type="button" className="button" aria-keyshortcuts="Control+S" onClick={save}>
          {handle.saveDraft}
        </button>
        <DraftLine state={state} onRetry={save} />
      </div>
      {submitting && (
        <SubmitDialog
          task={task}
          body={filling.body}
          onFaults={(found) => {
            setSubmitting(false);
            filling.show(found);
          }}
          onClose={() => setSubmitting(false)}
          onDone={drop}
        />
      )}
    </section>
  );
}
