import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AddedTask } from '../../../../api/asides/aside.schema.ts';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { FormList } from '../../../../api/forms/form.schema.ts';
import { DateField } from '../../parts/date-field.tsx';
import { call } from '../../server/call.ts';
import { typedDay } from '../../time/dates.ts';
import { useWords } from '../../words/words.tsx';
import { DoerFields, noDoer } from './doer-fields.tsx';
import { OperationDialog } from './operation-dialog.tsx';

interface AddedTaskDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 临时任务: somebody is asked for something beside the procedure. */
export function AddedTaskDialog({ matter, onClose }: AddedTaskDialogProps) {
  const { operations, handle } = useWords();
  const { task } = operations;
  const { data: forms } = useQuery({
    queryKey: ['forms'],
    queryFn: ({ signal }) => call<FormList>('/forms', { signal }),
  });
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [doer, setDoer] = useState(noDoer);
  const [dueOn, setDueOn] = useState('');
  const [form, setForm] = useState('');
  const [free, setFree] = useState(false);
  const day = typedDay(dueOn);
  const { assignee, role, agency } = doer;
  const named = assignee !== '' || role !== '' || agency !== '';
  const given = Object.entries({ description: description.trim(), assignee, role, agency, form });
  const body = {
    name: name.trim(),
    ...Object.fromEntries(given.filter(([, value]) => value !== '')),
    ...(day === null ? {} : { dueOn: day }),
    ...(free ? { holdsEnd: false } : {}),
  };
  return (
    <OperationDialog<AddedTask>
      matter={matter}
      word={operations.words.addTask}
      path="tasks"
      body={name.trim() === '' || !named || (dueOn !== '' && day === null) ? null : body}
      onClose={onClose}
    >
      <label>
        <span>
          {task.name}
          <span className="must"> {handle.required}</span>
        </span>
        <input className="field" value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {task.description}
        <textarea
          className="field"
          rows={3}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
      </label>
      <DoerFields doer={doer} onChange={setDoer} />
      {!named && <p className="quiet">{task.whom}</p>}
      <DateField label={task.dueOn} value={dueOn} onChange={setDueOn} />
      <label>
        {task.form}
        <select className="field" value={form} onChange={(event) => setForm(event.target.value)}>
          <option value="">{operations.correction.noOutcome}</option>
          {forms?.items.map(({ key, title }) => (
            <option key={key} value={key}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={free} onChange={(event) => setFree(event.target.checked)} />
        {task.free}
      </label>
    </OperationDialog>
  );
}
