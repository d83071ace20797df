import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Intake, TriedIntake } from '../../../api/intake/intake.schema.ts';
import { Reading } from '../parts/reading.tsx';
import { newActKey } from '../server/act-key.ts';
import { addressOf, call } from '../server/call.ts';
import { definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { IntakeDefects } from './intake-defects.tsx';
import { IntakeForeseen } from './intake-foreseen.tsx';

const route = getRouteApi('/inside/cases/import');

/** A file as it was looked at; its order is one act however often it is sent. */
interface Tried {
  readonly file: File;
  readonly report: TriedIntake;
  readonly key: string;
}

export function IntakeForm() {
  const { intake: words, handle, state } = useWords();
  const { procedure = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const definitions = useQuery(definitionsQuery);
  const [tried, setTried] = useState<Tried | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const input = useRef<HTMLInputElement>(null);
  if (!definitions.data) return <Reading query={definitions} />;
  const published = definitions.data.items.filter(({ state: one }) => one === 'in-force');

  const send = <Answer,>(file: File, query: { readonly dryRun?: boolean }, key?: string) => {
    const body = new FormData();
    body.set('file', file);
    const more = key === undefined ? {} : { key };
    return call<Answer>('/intakes', { method: 'POST', body, query: { definitionKey: procedure, ...query }, ...more });
  };

  async function attempt(work: () => Promise<void>) {
    setBusy(true);
    setRefusal('');
    try {
      await work();
    } catch (error) {
      setRefusal((error as Error).message || state.unreachable);
    }
    setBusy(false);
  }

  const look = (file: File) =>
    attempt(async () => {
      setTried(null);
      setTried({ file, report: await send<TriedIntake>(file, { dryRun: true }), key: newActKey() });
    });
  const bring = ({ file, key }: Tried) =>
    attempt(async () => {
      const done = await send<Intake>(file, {}, key);
      void navigate({ search: { procedure, intake: done.id } });
    });

  return (
    <>
      <section className="panel form">
        <label className="stacked">
          {words.procedure}
          <select
            className="field"
            value={procedure}
            onChange={(event) => {
              setTried(null);
              setRefusal('');
              void navigate({ search: event.target.value ? { procedure: event.target.value } : {}, replace: true });
            }}
          >
            <option value="">{handle.choose}</option>
            {published.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {procedure !== '' && (
          <>
            <div className="stacked">
              {words.sheet}
              <p>
                <a
                  className="button"
                  href={addressOf('/intakes/template.xlsx', { definitionKey: procedure }).href}
                  download
                >
                  {words.template}
                </a>
              </p>
              <p className="quiet">{words.hint}</p>
            </div>
            <div className="stacked">
              {words.file}
              <p className="row-actions">
                <button type="button" className="button" onClick={() => input.current?.click()}>
                  {words.choose}
                </button>
                <span className="quiet">{tried?.file.name ?? words.fileHint}</span>
              </p>
              <input
                ref={input}
                type="file"
                hidden
                accept=".xlsx,.csv"
                onChange={(event) => {
                  const file = event.target.files?.[0];
                  event.target.value = '';
                  if (file) void look(file);
                }}
              />
            </div>
          </>
        )}
        <p role="status">{busy && words.checking}</p>
        <p role="alert" className="fault">
          {refusal}
        </p>
      </section>
      {tried && tried.report.defects.length > 0 && <IntakeDefects defects={tried.report.defects} />}
      {tried && <IntakeForeseen report={tried.report} busy={busy} onBring={() => void bring(tried)} />}
    </>
  );
}
