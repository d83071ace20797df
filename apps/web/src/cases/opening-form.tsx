import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { ChangedCase } from '../../../api/cases/case.schema.ts';
import type { Definition } from '../../../api/definitions/definition.schema.ts';
import { Library } from '../look/library.tsx';
import { DateField } from '../parts/date-field.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { formQuery } from '../server/queries.ts';
import { FormFields } from '../task/form-fields.tsx';
import { answersOf, initialValues, missingIn } from '../task/form-schema.ts';
import type { FormSchema, Values } from '../task/form-schema.ts';
import type { Faults } from '../task/field-props.ts';
import { faultsOf } from '../task/faults.ts';
import { Mistakes } from '../task/mistakes.tsx';
import { today, typedDay } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { StartVariables, variablesOf } from './start-variables.tsx';
import type { StartVariable } from './start-variables.tsx';

/** What opens a case by hand: a title, the first day, and what the procedure asks to be told. */
export function OpeningForm({ definition }: { readonly definition: Definition }) {
  const start = definition.startEvents.find(({ kind }) => kind === 'none');
  const { data: schema } = useQuery({
    ...formQuery(start?.form ?? '', start?.formVersion ?? null),
    enabled: Boolean(start?.form),
  });
  if (start?.form && !schema) return null;
  return (
    <Library>
      <Fields definition={definition} startable={start !== undefined} schema={schema} />
    </Library>
  );
}

interface FieldsProps {
  readonly definition: Definition;
  readonly startable: boolean;
  readonly schema: FormSchema | undefined;
}

const none: Faults = new Map();

function Fields({ definition, startable, schema }: FieldsProps) {
  const { opening, fault, state } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [startsOn, setStartsOn] = useState(today);
  const [values, setValues] = useState<Values>(() => (schema ? initialValues(schema, {}) : {}));
  const [named, setNamed] = useState<readonly StartVariable[]>([]);
  const [faults, setFaults] = useState(none);
  const [mistakes, setMistakes] = useState(0);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());

  function show(found: Faults, message: string) {
    setFaults(found);
    setMistakes((times) => times + 1);
    setRefusal(found.size > 0 ? '' : message);
    key.current = newActKey();
  }

  async function open(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    if (!title.trim()) return show(none, opening.needed);
    const day = typedDay(startsOn);
    if (day === null) return show(none, fault.date);
    const variables = schema ? ((answersOf(schema, values) ?? {}) as Values) : variablesOf(named);
    const missing = schema ? missingIn(schema, variables) : [];
    if (missing.length > 0) return show(new Map(missing.map((path) => [path, fault.required])), '');
    setBusy(true);
    show(none, '');
    try {
      const body = { definitionKey: definition.key, title: title.trim(), startsOn: day, variables };
      const { id } = await call<ChangedCase>('/cases', { method: 'POST', body, key: key.current });
      await queries.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
      void navigate({ to: '/cases/$id/$tab', params: { id, tab: 'overview' } });
    } catch (error) {
      setBusy(false);
      show(error instanceof Problem ? faultsOf(error) : none, (error as Error).message || state.unreachable);
    }
  }

  return (
    <form className="panel form" onSubmit={(event) => void open(event)} noValidate>
      <h2>{definition.name}</h2>
      {!startable && <p className="fault">{opening.startKinds}</p>}
      {schema && <Mistakes schema={schema} faults={faults} times={mistakes} />}
      <label className="stacked">
        {opening.name}
        <input
          className="field"
          maxLength={300}
          value={title}
          placeholder={opening.nameHint}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <DateField label={opening.startsOn} value={startsOn} onChange={setStartsOn} />
      <p className="quiet">{opening.startsOnHint}</p>
      {schema ? (
        <FormFields schema={schema} values={values} path="" faults={faults} caseId={null} onChange={setValues} />
      ) : (
        <StartVariables variables={named} onChange={setNamed} />
      )}
      <p role="alert" className="fault">
        {refusal}
      </p>
      <p>
        <button type="submit" className="button primary" aria-disabled={busy || !startable}>
          {opening.submit}
        </button>
      </p>
    </form>
  );
}
