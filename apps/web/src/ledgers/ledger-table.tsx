import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LedgerRecord } from '../../../api/ledgers/ledger.schema.ts';
import { useNames } from '../parts/names.ts';
import { VariableList } from '../parts/variable-list.tsx';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { LedgerCell } from './ledger-cell.tsx';
import { RecordActDialog } from './record-act-dialog.tsx';
import { useCatalogue } from './use-catalogue.ts';

interface LedgerTableProps {
  readonly kind: string;
  readonly records: readonly LedgerRecord[];
  readonly label: string;
  readonly withCase: boolean;
}

/** The records with their ledger's own columns; what one may do to a record stands in its row. */
export function LedgerTable({ kind, records, label, withCase }: LedgerTableProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const catalogue = useCatalogue();
  const [chosen, setChosen] = useState<{ readonly record: LedgerRecord; readonly act: string } | null>(null);
  const { columns, empty, late } = words.ledgers;
  const ledger = catalogue.find(kind);
  // A column that no record fills says nothing.
  const own = (ledger?.columns ?? []).filter(({ path }) => records.some(({ data }) => filled(valueAt(data, path))));
  const hasActs = records.some(({ acts }) => acts.length > 0);
  const hasUnit = records.some(({ unit }) => unit !== null);
  if (records.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div className="scroller" role="region" aria-label={label} tabIndex={0}>
      <table className="plain-table panel card-table ledger-table">
        <thead>
          <tr>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.status}</th>
            {hasUnit && <th scope="col">{columns.unit}</th>}
            {own.map((column) => (
              <th key={column.path} scope="col" className={column.as === 'number' ? 'number' : undefined}>
                {catalogue.named(column)}
              </th>
            ))}
            {withCase && <th scope="col">{columns.case}</th>}
            <th scope="col">{columns.changed}</th>
            {hasActs && (
              <th scope="col">
                <span className="hidden">{columns.acts}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={`${record.caseId} ${record.id}`}>
              <td className="matter">
                <details>
                  <summary>{record.title}</summary>
                  <VariableList variables={record.data} caseId={record.caseId} />
                </details>
                <span className="second-line nowrap">{record.id}</span>
              </td>
              <td className="nowrap">
                <span className="chip plain">{catalogue.statusOf(kind, record.status)}</span>
                {record.overdue && <span className="chip late">{late}</span>}
              </td>
              {hasUnit && <td data-label={columns.unit}>{names.agency(record.unit)}</td>}
              {own.map(({ path, as, ...column }) => (
                <td
                  key={path}
                  className={as === 'number' ? 'number' : as === 'day' ? 'nowrap' : undefined}
                  data-label={catalogue.named(column)}
                >
                  <LedgerCell value={valueAt(record.data, path)} as={as} name={path} />
                </td>
              ))}
              {withCase && (
                <td data-label={columns.case}>
                  <Link to="/cases/$id/$tab" params={{ id: record.caseId, tab: 'overview' }}>
                    {record.caseTitle}
                  </Link>
                  <div className="second-line nowrap">{record.caseNumber}</div>
                </td>
              )}
              <td className="nowrap" data-label={columns.changed}>
                {dayText(dayOf(record.changedAt), today(), language)}
              </td>
              {hasActs && (
                <td>
                  <span className="row-actions">
                    {record.acts.map((act) => {
                      const word = ledger?.acts[act];
                      return (
                        <button
                          key={act}
                          type="button"
                          className="button small"
                          aria-label={`${word ? catalogue.named(word) : act} ${record.title}`}
                          onClick={() => setChosen({ record, act })}
                        >
                          {word ? catalogue.named(word) : act}
                        </button>
                      );
                    })}
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && <RecordActDialog kind={kind} {...chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}

const filled = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
      data,
    );
}
