import { Link } from '@tanstack/react-router';
import type { DossierEntry } from '../../../api/dossiers/dossier.schema.ts';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

export function DossierRows({ rows }: { readonly rows: readonly DossierEntry[] }) {
  const { words, language } = useSpeaking();
  const { dossiers } = words;
  const { columns } = dossiers;
  const day = (date: string) => dayText(date, today(), language);
  return (
    <div className="scroller" role="region" aria-label={dossiers.title} tabIndex={0}>
      <table className="plain-table panel card-table">
        <thead>
          <tr>
            <th scope="col">{columns.name}</th>
            <th scope="col">{columns.post}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col" className="number">
              {columns.lines}
            </th>
            <th scope="col">{columns.changed}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.kind} ${row.id}`}>
              <td>
                <Link to="/dossiers/$kind/$id" params={{ kind: row.kind, id: row.id }}>
                  {row.name}
                </Link>
                <div className="second-line nowrap">{row.id}</div>
              </td>
              <td data-label={columns.post}>{[row.unit, row.title].filter(Boolean).join(' ')}</td>
              <td data-label={columns.state}>
                {row.sealedOn ? (
                  <span className="chip plain">{dossiers.sealedOn(day(row.sealedOn))}</span>
                ) : row.openedOn ? (
                  dossiers.openedOn(day(row.openedOn))
                ) : row.missing ? (
                  <span className="chip late">{dossiers.missing(day(row.dueOn ?? ''))}</span>
                ) : row.dueOn ? (
                  dossiers.toOpen(day(row.dueOn))
                ) : (
                  <span className="quiet">{dossiers.none}</span>
                )}
              </td>
              <td className="number" data-label={columns.lines}>
                {row.lines}
              </td>
              <td className="nowrap" data-label={columns.changed}>
                {row.changedAt && day(dayOf(row.changedAt))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
