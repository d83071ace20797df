import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { ChangedCase } from '../../../api/cases/case.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { DateField } from '../parts/date-field.tsx';
import { Loading } from '../parts/loading.tsx';
import { Reading } from '../parts/reading.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { definitionQuery, definitionsQuery } from '../server/queries.ts';
import { today, typedDay } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { StartVariables, variablesOf } from './start-variables.tsx';
import type { StartVariable } from './start-variables.tsx';

const route = getRouteApi('/inside/cases/new');
const Picture = lazy(() => import('../diagram/picture.tsx').then(({ Picture: one }) => ({ default: one })));

/** 新立案: the procedure with its picture, a title, the first day, and what the procedure needs to know. */
export function OpeningPage() {
  const words = useWords();
  const { opening } = words;
  const { procedure } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const published = useQuery(definitionsQuery);
  const inForce = published.data?.items.filter(({ state }) => state === 'in-force');
  const { data: chosen } = useQuery({ ...definitionQuery(procedure ?? ''), enabled: procedure !== undefined });
  const [title, setTitle] = useState('');
  const [startsOn, setStartsOn] = useState(today);
  const [variables, setVariables] = useState<readonly StartVariable[]>([]);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  usePageTitle(opening.title);
  const startable = chosen?.startEvents.some(({ kind }) => kind === 'none') ?? true;

  async function open(event: FormEvent) {
    event.preventDefault();
    if (busy || procedure === undefined) return;
    if (!title.trim()) return setRefusal(opening.needed);
    const day = typedDay(startsOn);
    if (day === null) return setRefusal(words.fault.date);
    setBusy(true);
    setRefusal('');
    try {
      const body = { definitionKey: procedure, title: title.trim(), startsOn: day, variables: variablesOf(variables) };
      const { id } = await call<ChangedCase>('/cases', { method: 'POST', body, key: key.current });
      await queries.invalidateQueries({ queryKey: ['cases'], refetchType: 'none' });
      void navigate({ to: '/cases/$id/$tab', params: { id, tab: 'overview' } });
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
      setBusy(false);
      key.current = newActKey();
    }
  }

  if (!inForce) return <Reading query={published} />;
  return (
    <>
      <div className="page-head">
        <h1>{opening.title}</h1>
      </div>
      <section className="panel">
        <h2>{opening.choose}</h2>
        {inForce.length === 0 && <p>{opening.noProcedures}</p>}
        <div className="procedures">
          {inForce.map(({ key: one, name }) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={one === procedure}
              onClick={() => void navigate({ to: '.', search: { procedure: one } })}
            >
              {name}
            </button>
          ))}
        </div>
      </section>
      {chosen && (
        <div className="stack">
          <form className="panel form" onSubmit={(event) => void open(event)} noValidate>
            <h2>{chosen.name}</h2>
            {!startable && <p className="fault">{opening.startKinds}</p>}
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
            <StartVariables variables={variables} onChange={setVariables} />
            <p role="alert" className="fault">
              {refusal}
            </p>
            <p>
              <button type="submit" className="button primary" aria-disabled={busy || !startable}>
                {opening.submit}
              </button>
            </p>
          </form>
          <section className="panel">
            <h2>{opening.picture}</h2>
            <Suspense fallback={<Loading />}>
              <Picture definitionKey={chosen.key} name={chosen.name} />
            </Suspense>
          </section>
        </div>
      )}
    </>
  );
}
