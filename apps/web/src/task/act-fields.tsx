import { useId } from 'react';
import type { ReactNode } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { useNames } from '../parts/names.ts';
import { DateField } from '../parts/date-field.tsx';
import { dayText, today, typedDay } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import type { ActFields, ActName } from './acts.ts';
import { PersonSelect } from './person-select.tsx';
import { ReturnTargets } from './return-targets.tsx';

interface ActFieldsFormProps {
  readonly act: ActName;
  readonly tasks: readonly Task[];
  readonly fields: ActFields;
  readonly onChange: (fields: ActFields) => void;
}

/** What each act asks, and in words what it will mean. */
export function ActFieldsForm({ act, tasks, fields, onChange }: ActFieldsFormProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { dialog } = words;
  const [task] = tasks;
  if (!task) return null;
  const set = (changes: Partial<ActFields>) => onChange({ ...fields, ...changes });
  const day = (typed: string) => {
    const date = typedDay(typed);
    return date === null ? '—' : dayText(date, today(), language);
  };
  const holder = task.assignee ? names.person(task.assignee) : names.role(task.role) || names.agency(task.agency);
  const person = (label: string) => (
    <PersonSelect label={label} task={task} value={fields.to} onChange={(to) => set({ to })} />
  );
  const parts: Readonly<Partial<Record<ActName, ReactNode>>> = {
    transfer: (
      <>
        {person(dialog.to)}
        <p>
          {fields.to
            ? dialog.transfer(names.person(fields.to), task.dueOn ? day(task.dueOn) : '')
            : dialog.transferNobody}
        </p>
      </>
    ),
    delegate: (
      <>
        {person(dialog.delegateTo)}
        <p>{dialog.delegate}</p>
      </>
    ),
    extend: (
      <>
        <DateField label={dialog.until} value={fields.until} onChange={(until) => set({ until })} />
        <p>{dialog.extend(day(task.dueOn ?? ''), day(fields.until))}</p>
      </>
    ),
    'add-signer': (
      <>
        {person(dialog.signers)}
        <fieldset className="choice">
          <legend>{dialog.position}</legend>
          <div className="options">
            {(['before', 'parallel', 'after'] as const).map((position) => (
              <label key={position}>
                <input
                  type="radio"
                  name="position"
                  checked={fields.position === position}
                  onChange={() => set({ position })}
                />
                {dialog.positions[position]}
              </label>
            ))}
          </div>
        </fieldset>
      </>
    ),
    'remove-signer': (
      <>
        {person(dialog.signer)}
        <p>{dialog.removeSigner}</p>
      </>
    ),
    return: (
      <>
        <ReturnTargets task={task} value={fields.toElementId} onChange={(toElementId) => set({ toElementId })} />
        <fieldset className="choice">
          <legend>{dialog.siblings}</legend>
          <div className="options">
            {(['', 'cancel', 'keep'] as const).map((siblings) => (
              <label key={siblings}>
                <input
                  type="radio"
                  name="siblings"
                  checked={fields.siblings === siblings}
                  onChange={() => set({ siblings })}
                />
                {dialog.siblingsChoices[siblings]}
              </label>
            ))}
          </div>
        </fieldset>
        <p>{dialog.return}</p>
      </>
    ),
    comment: <CommentField label={dialog.commentText} value={fields.text} onChange={(text) => set({ text })} />,
    remind: <p>{dialog.remind(tasks.length === 1 ? holder : words.work.chosen(tasks.length))}</p>,
    reject: <p>{dialog.reject}</p>,
    suspend: <p>{dialog.suspend}</p>,
    claim: <p>{dialog.claim}</p>,
    resume: <p>{dialog.resume}</p>,
    unclaim: <p>{dialog.unclaim}</p>,
    withdraw: <p>{dialog.withdraw}</p>,
    cancel: <p>{dialog.cancelTask}</p>,
  };
  return (
    <>
      {parts[act]}
      {act !== 'comment' && (
        <label>
          {dialog.reason}
          <textarea
            className="field"
            rows={2}
            maxLength={2000}
            value={fields.reason}
            placeholder={dialog.reasonHint}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </label>
      )}
    </>
  );
}

interface CommentFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function CommentField({ label, value, onChange }: CommentFieldProps) {
  const id = useId();
  return (
    <div className="stacked">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className="field" rows={4} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
