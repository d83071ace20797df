import { Link } from '@tanstack/react-router';
import type { LedgerRecord } from '../../../api/ledgers/ledger.schema.ts';
import { useNames } from '../parts/names.ts';
import { VariableList } from '../parts/variable-list.tsx';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

interface LedgerTableProps {
  readonly records: readonly LedgerRecord[];
  readonly label: string;
  readonly withCase: boolean;
}

const titleOf = ({ data, id }: LedgerRecord): string =>
  [data['title'], data['name'], data['type'], data['kind'], data['ref']].find(
    (value): value is string => typeof value === 'string',
  ) ?? id;

export function LedgerTable({ records, label, withCase }: LedgerTableProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { columns, statuses, empty } = words.ledgers;
  if (records.length === 0) return <p className="empty">{empty}</p>;
  return (
    <div className="scroller" role="region" aria-label={label} tabIndex={0}>
      <table className="plain-table panel">
        <thead>
          <tr>
            <th scope="col">{columns.id}</th>
            <th scope="col">{columns.title}</th>
            <th scope="col">{columns.status}</th>
            <th scope="col">{columns.agency}</th>
            {withCase && <th scope="col">{columns.case}</th>}
            <th scope="col">{columns.changed}</th>
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={`${record.caseId} ${record.id}`}>
              <td className="nowrap">{record.id}</td>
              <td>
                <details>
                  <summary>{titleOf(record)}</summary>
                  <VariableList variables={record.data} caseId={record.caseId} />
                </details>
              </td>
              <td className="nowrap">
                <span className="chip plain">{statuses[record.status] ?? record.status}</span>
              </td>
              <td>{names.agency(record.agency)}</td>
              {withCase && (
                <td>
                  <Link to="/cases/$id/$tab" params={{ id: record.caseId, tab: 'overview' }}>
                    {record.caseTitle}
                  </Link>
                  <div className="second-line nowrap">{record.caseNumber}</div>
                </td>
              )}
              <td className="nowrap">{dayText(dayOf(record.changedAt), today(), language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
