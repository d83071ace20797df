import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { doubtsQuery } from './platform.queries.ts';

/** Doubts, each with the case in which two people check it. */
export function DoubtTable() {
  const { platform } = useWords();
  const names = useNames();
  const query = useQuery(doubtsQuery);
  if (!query.data) return <Reading query={query} />;
  if (query.data.total === 0) return <p className="empty">{platform.noDoubts}</p>;
  return (
    <div className="scroller" role="region" aria-label={platform.doubts} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {platform.doubtColumns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {query.data.items.map((doubt) => (
            <tr key={doubt.id}>
              <td className="nowrap">
                <span className={`chip ${doubt.level === 'red' ? 'severe' : 'today'}`}>
                  {platform.levels[doubt.level]}
                </span>
              </td>
              <th scope="row">{names.agency(doubt.unit)}</th>
              <td className="nowrap">{doubt.period}</td>
              <td>
                {doubt.rule} <span className="quiet">v{doubt.ruleVersion}</span>
              </td>
              <td>
                <Link
                  to="/platform/indicators/$key"
                  params={{ key: doubt.indicator }}
                  search={{ unit: doubt.unit, period: doubt.period }}
                >
                  {platform.rowsBehind(doubt.rows.length)}
                </Link>
              </td>
              <td className="nowrap">
                <Link to="/cases/$id/$tab" params={{ id: doubt.caseId, tab: 'overview' }}>
                  {platform.found[doubt.status] ?? doubt.status}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
