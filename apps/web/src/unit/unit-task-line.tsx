import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Draft } from '../../../api/drafts/draft.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { DueChip } from '../parts/due-chip.tsx';
import { useNames } from '../parts/names.ts';
import { call } from '../server/call.ts';
import { caseQuery, formQuery } from '../server/queries.ts';
import { ActDialogs } from '../task/act-dialogs.tsx';
import { answersOf } from '../task/form-schema.ts';
import type { FormSchema } from '../task/form-schema.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** One thing to do: until when, how far one is, the button that goes on, and whom to ask. */
export function UnitTask({ task }: { readonly task: Task }) {
  const { words, language } = useSpeaking();
  const { unit } = words;
  const names = useNames();
  const [asking, setAsking] = useState(false);
  const { id, name, caseTitle, caseNumber, dueOn, status, returned, sentBy } = task;
  const draft = useQuery({
    queryKey: ['draft-state', id],
    queryFn: ({ signal }) => call<Draft>(`/tasks/${encodeURIComponent(id)}/draft`, { signal }),
  });
  const form = useQuery({ ...formQuery(task.form ?? '', task.formVersion), enabled: task.form !== null });
  const matter = useQuery({ ...caseQuery(task.caseId), enabled: sentBy === null });
  const contact = names.person(sentBy ?? matter.data?.openedBy ?? null);
  const begun = Boolean(draft.data?.savedAt);
  const [filled, all] = form.data ? progressOf(form.data, draft.data) : [0, 0];
  return (
    <li className="panel">
      <h2>{name}</h2>
      <p>
        {caseTitle} <span className="nowrap quiet">{caseNumber}</span>
      </p>
      <p>
        {dueOn ? unit.until(dayText(dueOn, today(), language)) : unit.noLimit}{' '}
        <DueChip task={{ ...task, level: 0 }} now={Date.now()} />
      </p>
      <p>
        <b>{returned && !begun ? unit.returned : begun ? unit.filling(filled, all) : unit.notBegun}</b>
      </p>
      <div className="row-actions">
        {status === 'open' && (
          <Link className="button primary" to="/unit/tasks/$id" params={{ id }}>
            {begun ? unit.goOn : unit.begin}
            <span className="hidden"> {name}</span>
          </Link>
        )}
        {status === 'open' && dueOn && (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {unit.askForTime}
            <span className="hidden"> {name}</span>
          </button>
        )}
      </div>
      {contact && <p className="quiet">{unit.ask(contact)}</p>}
      {asking && <ActDialogs act="extend" tasks={[task]} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** How many of the questions have an answer. */
function progressOf(schema: FormSchema, draft: Draft | undefined): readonly [number, number] {
  const questions = Object.entries(schema.properties).filter(([, field]) => !field.readOnly);
  const variables = draft?.content?.variables ?? {};
  const answered = questions.filter(([name, field]) => answersOf(field, variables[name]) !== undefined);
  return [answered.length, questions.length];
}
