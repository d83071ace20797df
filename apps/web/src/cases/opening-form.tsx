import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import type { ChangedCase, OpenCase } from '../../../api/cases/case.schema.ts';
import type { Preview } from '../../../api/commands/preview.schema.ts';
import type { Definition } from '../../../api/definitions/definition.schema.ts';
import { Library } from '../look/library.tsx';
import { DateField } from '../parts/date-field.tsx';
import { Reading } from '../parts/reading.tsx';
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
import { OpeningDialog } from './opening-dialog.tsx';
import { StartVariables, variablesOf } from './start-variables.tsx';
import type { StartVariable } from './start-variables.tsx';

interface OpeningFormProps {
  readonly definition: Definition;
  /** Shown below the form, once that is there. */
  readonly children: ReactNode;
}

/** What opens a case by hand: a title, the first day, and what the procedure asks to be told. */
export function OpeningForm({ definition, children }: OpeningFormProps) {
  const start = definition.startEvents.find(({ kind }) => kind === 'none');
  const form = useQuery({
    ...formQuery(start?.form ?? '', start?.formVersion ?? null),
    enabled: Boolean(start?.form),
  });
  if (start?.form && !form.data) return <Reading query={form} />;
  return (
    <Library>
      <Fields definition={definition} startable={start !== undefined} schema={form.data} />
      {children}
    </Library>
  );
}

interface FieldsProps {
  readonly definition: Definition;
  readonly startable: boolean;
  readonly schema: FormSchema | undefined;
}

/** What is going to be opened, and what that would do. */
interface Foreseen {
  readonly body: OpenCase;
  readonly preview: Preview;
}

const none: Faults = new Map();

function Fields({ definition, startable, schema }: FieldsProps) {
  const { opening, fault, state } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const isNamed = definition.titled === 'procedure';
  const [title, setTitle] = useState(isNamed ? definition.name : '');
  const [startsOn, setStartsOn] = useState(today);
  const [values, setValues] = useState<Values>(() => (schema ? initialValues(schema, {}) : {}));
  const [named, setNamed] = useState<readonly StartVariable[]>([]);
  const [faults, setFaults] = useState(none);
  const [mistakes, setMistakes] = useState(0);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const [foreseen, setForeseen] = useState<Foreseen | null>(null);
  const key = useRef(newActKey());

  function show(found: Faults, message: string) {
    setFaults(found);
    setMistakes((times) => times + 1);
    setRefusal(found.size > 0 ? '' : message);
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
    const given = variables as OpenCase['variables'];
    const body: OpenCase = { definitionKey: definition.key, title: title.trim(), startsOn: day, variables: given };
    await attempt(async () => {
      const preview = await call<Preview>('/cases', { method: 'POST', body, query: { preview: true } });
      setForeseen({ body, preview });
    });
  }

  const confirm = (body: OpenCase) =>
    attempt(async () => {
      const { id } = await call<ChangedCase>('/cases', { method: 'POST', body, key: key.current });
      await queries.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
      void navigate({ to: '/cases/$id/$tab', params: { id, tab: 'overview' } });
    });

  async function attempt(work: () => Promise<void>) {
    if (busy) return;
    setBusy(true);
    setFaults(none);
    setRefusal('');
    try {
      await work();
    } catch (error) {
      setForeseen(null);
      // Without an answer the case may have been opened: the same again must not open another.
      if (error instanceof Problem && error.status > 0) key.current = newActKey();
      show(error instanceof Problem ? faultsOf(error) : none, (error as Error).message || state.unreachable);
    }
    setBusy(false);
  }

  return (
    <form className="panel form" onSubmit={(event) => void open(event)} noValidate>
      <h2>{definition.name}</h2>
      {!startable && <p className="fault">{opening.startKinds}</p>}
      {schema && <Mistakes schema={schema} faults={faults} times={mistakes} />}
      {isNamed ? (
        <p className="quiet">{opening.namedByProcedure}</p>
      ) : (
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
      )}
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
          {opening.look}
        </button>
      </p>
      {foreseen && (
        <OpeningDialog
          title={foreseen.body.title}
          preview={foreseen.preview}
          busy={busy}
          onClose={() => setForeseen(null)}
          onConfirm={() => void confirm(foreseen.body)}
        />
      )}
    </form>
  );
}
