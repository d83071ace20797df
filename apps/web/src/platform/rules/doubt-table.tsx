import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Doubt } from '../../../../api/platform/rule.schema.ts';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { useWords } from '../../words/words.tsx';
import { doubtsQuery } from '../platform.queries.ts';
import { LevelChip } from './level-chip.tsx';

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
                <LevelChip level={doubt.level} />
              </td>
              <th scope="row">{names.agency(doubt.unit)}</th>
              <td className="nowrap">{doubt.period}</td>
              <td>
                <Link to="/platform/rules/$key" params={{ key: doubt.rule }}>
                  {doubt.rule}
                </Link>{' '}
                <span className="quiet">
                  v{doubt.ruleVersion} {reasonOf(doubt.facts)}
                </span>
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

/** What the rule said, by which rows of its table. */
const reasonOf = ({ reason }: Doubt['facts']): string => (typeof reason === 'string' ? reason : '');
