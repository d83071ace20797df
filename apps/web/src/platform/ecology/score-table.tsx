import { Link } from '@tanstack/react-router';
import type { Score } from '../../../../api/platform/ecology.schema.ts';
import { useNames } from '../../parts/names.ts';
import type { EcologySearch } from '../../search.ts';
import { useWords } from '../../words/words.tsx';
import { LevelChip } from '../rules/level-chip.tsx';

interface ScoreTableProps {
  readonly scores: readonly Score[];
  readonly search: EcologySearch;
}

/** The units of a quarter, the lowest first; each leads to its explanation and its case. */
export function ScoreTable({ scores, search }: ScoreTableProps) {
  const { ecology } = useWords();
  const names = useNames();
  return (
    <div className="scroller" role="region" aria-label={ecology.scores} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {ecology.columns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.map(({ unit, period, score, level, previous, missing, version, caseId }) => (
            <tr key={unit} aria-current={unit === search.unit}>
              <th scope="row">{names.agency(unit)}</th>
              <td className="nowrap">
                <LevelChip level={level} />
              </td>
              <td className="bar-cell">
                <span className="value-bar" style={{ width: `${score}%` }} aria-hidden />
                {score}
              </td>
              <td className="nowrap">{previous === null ? ecology.noPrevious : ecology.change(score - previous)}</td>
              <td className={missing.length > 0 ? undefined : 'nowrap'}>
                <Link to="." search={{ ...search, period, unit }} hash="explained">
                  {ecology.explained}
                </Link>{' '}
                <span className="quiet">
                  {ecology.version(version)}
                  {missing.length > 0 && ` ${ecology.missing(missing)}`}
                </span>
              </td>
              <td className="nowrap">
                <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
                  {ecology.case}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
