import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { Input } from 'antd';
import type { Case } from '../../../api/cases/case.schema.ts';
import type { Draft } from '../../../api/drafts/draft.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import type { Json } from '../../../../engine/command.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { DraftLine } from './draft-line.tsx';
import { FormFields } from './form-fields.tsx';
import { answersOf, formFor, initialValues, missingIn } from './form-schema.ts';
import type { FormSchema, Values } from './form-schema.ts';
import { Mistakes } from './mistakes.tsx';
import { OutcomeChoice } from './outcome-choice.tsx';
import { SubmitDialog } from './submit-dialog.tsx';
import { TaskActs } from './task-acts.tsx';
import { useDraft } from './use-draft.ts';
import { useOutcomeWord } from './use-outcome-word.ts';
import type { Faults } from './field-props.ts';

interface HandleFormProps {
  readonly task: Task;
  readonly matter: Case;
  readonly schema: FormSchema;
  readonly draft: Draft;
  readonly own: boolean;
  readonly user: string;
}

const noFaults: Faults = new Map();

/** The form, the outcome, and one button that names it; what happens is shown before it happens. */
export function HandleForm({ task, matter, schema, draft, own, user }: HandleFormProps) {
  const { words, language } = useSpeaking();
  const { handle, act, fault } = words;
  const wordOf = useOutcomeWord(task.kind);
  const fresh = () => initialValues(schema, { ...matter.variables, ...task.variables });
  const only = task.outcomes.length === 1 ? task.outcomes[0] : undefined;
  const [restored, setRestored] = useState(true);
  const [values, setValues] = useState<Values>(() => draft.content?.variables ?? fresh());
  const [outcome, setOutcome] = useState(draft.content?.outcome ?? only);
  const [comment, setComment] = useState(draft.content?.comment ?? '');
  const [faults, setFaults] = useState(noFaults);
  const [mistakes, setMistakes] = useState(0);
  const [submitting, setSubmitting] = useState(false);
  const commentId = useId();
  const content = useMemo(
    () => ({
      variables: JSON.parse(JSON.stringify(values)) as Record<string, Json>,
      ...(outcome === undefined ? {} : { outcome }),
      ...(comment ? { comment } : {}),
    }),
    [values, outcome, comment],
  );
  const asked = formFor(schema, outcome);
  const { state, save, drop } = useDraft({ user, taskId: task.id, savedAt: draft.savedAt, content });
  const variables = (answersOf(schema, values) ?? {}) as Values;
  function startAgain() {
    setValues(fresh());
    setOutcome(only);
    setComment('');
    setRestored(false);
  }

  const show = (found: Faults) => {
    setFaults(found);
    setMistakes((times) => times + 1);
  };

  function submit() {
    const missing = missingIn(asked, variables).map((path) => [path, fault.required] as const);
    const choose =
      task.outcomes.length > 0 && outcome === undefined ? [['outcome', handle.chooseOutcome] as const] : [];
    const found: Faults = new Map([...missing, ...choose]);
    if (found.size > 0) return show(found);
    setFaults(noFaults);
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
        {draft.savedAt && restored && (
          <p className="row-actions quiet">
            {handle.draftKept(momentText(draft.savedAt, today(), language))}
            <button type="button" className="button small" onClick={startAgain}>
              {handle.dropDraft}
            </button>
          </p>
        )}
        <Mistakes schema={schema} faults={faults} times={mistakes} />
        {task.form === null && <p className="quiet">{handle.noForm}</p>}
        <div className="form">
          <FormFields
            schema={asked}
            values={values}
            path=""
            faults={faults}
            caseId={task.caseId}
            onChange={setValues}
          />
          {task.outcomes.length > 0 && (
            <OutcomeChoice
              kind={task.kind}
              outcomes={task.outcomes}
              chosen={outcome}
              faults={faults}
              onChoose={setOutcome}
            />
          )}
          <div className="form-item">
            <label htmlFor={commentId}>{handle.comment}</label>
            <Input.TextArea
              id={commentId}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={comment}
              onChange={(event) => setComment(event.target.value)}
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
          body={{ ...(outcome === undefined ? {} : { outcome }), variables, ...(comment ? { comment } : {}) }}
          onFaults={(found) => {
            setSubmitting(false);
            show(found);
          }}
          onClose={() => setSubmitting(false)}
          onDone={drop}
        />
      )}
    </section>
  );
}
