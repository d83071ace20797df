import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportReport } from '../../../api/registry/import.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { addressOf } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { sendForm } from '../server/send-form.ts';
import { useWords } from '../words/words.tsx';

const route = getRouteApi('/inside/registry-import');
const kinds = ['units', 'cadres', 'portfolios'] as const;

/** From Excel into the registry: checked first, whole or not at all. */
export function ImportPage() {
  const { registry, state } = useWords();
  const { imports } = registry;
  const { kind = 'units' } = route.useSearch();
  const navigate = route.useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<ImportReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  usePageTitle(imports.title);

  async function send(dryRun: boolean) {
    if (!file || busy) return;
    setBusy(true);
    setProblem(null);
    setReport(null);
    try {
      setReport(await sendForm<ImportReport>(`/registry/imports/${kind}`, file, { dryRun }));
      if (!dryRun) await queries.invalidateQueries({ queryKey: ['registry'] });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const defects =
    report?.defects ??
    problem?.defects.map(({ message, path = '' }) => ({ row: 0, column: path, message, code: '' })) ??
    [];
  return (
    <>
      <p>
        <Link to="/registry/$kind" params={{ kind }}>
          ‹ {registry.title}
        </Link>
      </p>
      <h1>{imports.title}</h1>
      <section className="panel form stack">
        <p className="quiet">{imports.help}</p>
        <div className="form-item">
          <label htmlFor="import-kind">{imports.kind}</label>
          <select
            id="import-kind"
            className="field"
            value={kind}
            onChange={(event) => void navigate({ search: { kind: event.target.value as 'units' }, replace: true })}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {registry.kinds[one]}
              </option>
            ))}
          </select>
          <a href={addressOf(`/registry/imports/${kind}/template`).href} download={`${registry.kinds[kind]}.csv`}>
            {imports.template}
          </a>
        </div>
        <div className="form-item">
          <label htmlFor="import-file">{imports.file}</label>
          <input
            id="import-file"
            type="file"
            accept=".xlsx,.csv"
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null);
              setReport(null);
              setProblem(null);
            }}
          />
        </div>
        <p className="row-actions">
          <button type="button" className="button" aria-disabled={!file || busy} onClick={() => void send(true)}>
            {imports.try}
          </button>
          <button
            type="button"
            className="button primary"
            aria-disabled={!file || busy}
            onClick={() => void send(false)}
          >
            {imports.bring}
          </button>
        </p>
        <div role="status">
          {report && (
            <>
              <p>
                {imports.report(report.lines, report.added, report.changed, report.unchanged)}{' '}
                {report.dryRun ? imports.tried : imports.brought}
              </p>
              {report.defects.length > 0 && <p className="fault">{imports.wrong(report.defects.length)}</p>}
            </>
          )}
        </div>
        <div role="alert" className="fault">
          {problem && <p>{problem.message || state.unreachable}</p>}
        </div>
        {defects.length > 0 && (
          <div className="scroller" role="region" aria-label={imports.fault} tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  {report && <th scope="col">{imports.row}</th>}
                  {report && <th scope="col">{imports.column}</th>}
                  <th scope="col">{imports.fault}</th>
                </tr>
              </thead>
              <tbody>
                {defects.map(({ row, column, message }) => (
                  <tr key={`${row} ${column} ${message}`}>
                    {report && <td>{row}</td>}
                    {report && <td className="nowrap">{column}</td>}
                    <td>{message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </>
  );
}
