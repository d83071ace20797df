import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Acted, Task } from '../../../../api/tasks/task.schema.ts';
import { useAnnounce } from '../../parts/announcer.tsx';
import { Reading } from '../../parts/reading.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { formQuery } from '../../server/queries.ts';
import { faultsOf } from '../../task/faults.ts';
import type { Faults } from '../../task/field-props.ts';
import { FormFields } from '../../task/form-fields.tsx';
import { answersOf, initialValues, missingIn, noForm } from '../../task/form-schema.ts';
import type { FormSchema, Values } from '../../task/form-schema.ts';
import { OutcomeChoice } from '../../task/outcome-choice.tsx';
import { useDesign } from '../design-words.ts';
import { refreshTrial } from './trial.queries.ts';

interface TrialTaskProps {
  readonly task: Task;
  readonly matter: Case;
  readonly as: string;
}

/** The form of a step, to be filled in and handed in at once. */
export function TrialTask(props: TrialTaskProps) {
  const { task } = props;
  const form = useQuery({ ...formQuery(task.form ?? '', task.formVersion), enabled: task.form !== null });
  const schema = task.form === null ? noForm : form.data;
  return schema ? <Filling {...props} schema={schema} /> : <Reading query={form} />;
}

function Filling({ task, matter, as, schema }: TrialTaskProps & { readonly schema: FormSchema }) {
  const { words } = useDesign();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [values, setValues] = useState<Values>(() => initialValues(schema, { ...matter.variables, ...task.variables }));
  const [outcome, setOutcome] = useState(task.outcomes.length === 1 ? task.outcomes[0] : undefined);
  const [faults, setFaults] = useState<Faults>(new Map());
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());

  async function complete() {
    if (busy) return;
    const variables = (answersOf(schema, values) ?? {}) as Values;
    const missing = missingIn(schema, variables).map((path) => [path, words.fault.required] as const);
    const choose =
      task.outcomes.length > 0 && outcome === undefined ? [['outcome', words.handle.chooseOutcome] as const] : [];
    const found: Faults = new Map([...missing, ...choose]);
    setFaults(found);
    if (found.size > 0) return;
    setBusy(true);
    setRefusal('');
    try {
      const body = { variables, ...(outcome === undefined ? {} : { outcome }) };
      const query = { as: as || undefined };
      await call<Acted>(`/tasks/${encodeURIComponent(task.id)}/complete`, {
        method: 'POST',
        body,
        query,
        key: key.current,
      });
      announce(words.dialog.done(task.name));
      await refreshTrial(queries);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setFaults(faultsOf(error));
      setRefusal(error.message || words.state.unreachable);
      setBusy(false);
      key.current = newActKey();
    }
  }

  return (
    <div className="form">
      <FormFields schema={schema} values={values} path="" faults={faults} caseId={task.caseId} onChange={setValues} />
      {task.outcomes.length > 0 && (
        <OutcomeChoice kind="step" outcomes={task.outcomes} chosen={outcome} faults={faults} onChoose={setOutcome} />
      )}
      <p role="alert" className="fault">
        {refusal}
      </p>
      <p>
        <button type="button" className="button primary" aria-disabled={busy} onClick={() => void complete()}>
          {outcome === undefined ? words.act.submit : words.act.submitWith(outcome)}
        </button>
      </p>
    </div>
  );
}
