import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { usePageTitle } from '../frame/page-title.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { indicatorsQuery, valuesQuery } from './platform.queries.ts';
import { RowsBehind } from './rows-behind.tsx';

const route = getRouteApi('/inside/platform/indicators/$key');

/** An indicator by unit and period: a bar and the number, beside the year before and the mean; from each to its rows. */
export function IndicatorPage() {
  const { platform } = useWords();
  const names = useNames();
  const { key } = route.useParams();
  const { year: asked, unit, period } = route.useSearch();
  const year = Number(asked ?? period?.slice(0, 4) ?? today().slice(0, 4));
  const indicators = useQuery(indicatorsQuery);
  const query = useQuery(valuesQuery(key, year));
  const indicator = indicators.data?.items.find((one) => one.key === key);
  usePageTitle(platform.title, indicator?.name);
  if (!query.data) return <Reading query={query} />;
  const { items } = query.data;
  const most = Math.max(...items.map(({ value, lastYear }) => Math.max(value, lastYear ?? 0)), 0);
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>
          {indicator?.name ?? key} <span className="quiet">{year}</span>
        </h1>
        <span className="row-actions">
          <Link to="." search={{ year: String(year - 1) }}>
            {year - 1}
          </Link>
          <Link to="." search={{ year: String(year + 1) }}>
            {year + 1}
          </Link>
        </span>
      </div>
      {items.length === 0 && <p className="empty">{platform.noValues}</p>}
      {items.length > 0 && (
        <div className="scroller" role="region" aria-label={indicator?.name ?? key} tabIndex={0}>
          <table className="plain-table panel">
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
              {items.map((one) => (
                <tr key={`${one.unit} ${one.period}`} aria-current={one.unit === unit && one.period === period}>
                  <td className="nowrap">{one.period}</td>
                  <th scope="row">{names.agency(one.unit)}</th>
                  <td className="bar-cell">
                    <span
                      className="value-bar"
                      style={{ width: `${most === 0 ? 0 : (100 * one.value) / most}%` }}
                      aria-hidden
                    />
                    {one.value}
                    {indicator?.definition.unit}
                  </td>
                  <td>{one.lastYear}</td>
                  <td>{one.previous}</td>
                  <td>{one.average}</td>
                  <td>{one.rank}</td>
                  <td>
                    <Link to="." search={{ year: String(year), unit: one.unit, period: one.period }}>
                      {platform.rowsBehind(one.rows)}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {unit !== undefined && period !== undefined && indicator && (
        <RowsBehind indicator={indicator} unit={unit} period={period} />
      )}
    </>
  );
}
