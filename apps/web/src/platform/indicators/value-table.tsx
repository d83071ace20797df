import { Link } from '@tanstack/react-router';
import type { Indicator, IndicatorValue } from '../../../../api/platform/indicator.schema.ts';
import { useNames } from '../../parts/names.ts';
import type { IndicatorSearch } from '../../search.ts';
import { useWords } from '../../words/words.tsx';

interface ValueTableProps {
  readonly title: string;
  readonly definition: Indicator['definition'];
  readonly items: readonly IndicatorValue[];
  /** Where the numbers lead to their rows. */
  readonly search?: IndicatorSearch;
}

/** Every value beside the year before, the period before, the mean and its rank; from each to its rows. */
export function ValueTable({ title, definition, items, search }: ValueTableProps) {
  const { platform } = useWords();
  const names = useNames();
  const most = Math.max(...items.map(({ value }) => value), 0);
  return (
    <div className="scroller" role="region" aria-label={title} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {platform.valueColumns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ unit, period, value, lastYear, previous, average, rank, rows }) => (
            <tr key={`${unit} ${period}`} aria-current={unit === search?.unit && period === search.period}>
              <td className="nowrap">{period}</td>
              <th scope="row">{names.agency(unit)}</th>
              <td className="bar-cell">
                <span
                  className="value-bar"
                  style={{ width: `${most <= 0 ? 0 : Math.max(0, (100 * value) / most)}%` }}
                  aria-hidden
                />
                {value}
                {definition.unit}
              </td>
              <td>{lastYear}</td>
              <td>{previous}</td>
              <td>{average}</td>
              <td>{rank}</td>
              <td className="nowrap">
                {search ? (
                  <Link to="." search={{ ...search, unit, period }} hash="rows">
                    {platform.rowsBehind(rows)}
                  </Link>
                ) : (
                  platform.rowsBehind(rows)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
