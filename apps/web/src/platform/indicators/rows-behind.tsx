import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Indicator } from '../../../../api/platform/indicator.schema.ts';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import type { IndicatorSearch } from '../../search.ts';
import { addressOf } from '../../server/call.ts';
import { useWords } from '../../words/words.tsx';
import { behindQuery, sourceQuery } from '../platform.queries.ts';

interface RowsBehindProps {
  readonly indicator: Indicator;
  readonly period: string;
  readonly search: Pick<IndicatorSearch, 'unit' | 'dimension' | 'part'>;
}

/** The rows that a number was made of, each with its batch and place in it. */
export function RowsBehind({ indicator, period, search: { unit, dimension, part } }: RowsBehindProps) {
  const { platform, indicator: words, board } = useWords();
  const names = useNames();
  const wanted = { period, unit, ...(dimension === undefined || part === undefined ? {} : { dimension, part }) };
  const query = useQuery(behindQuery(indicator.key, wanted));
  const source = useQuery(sourceQuery(indicator.source));
  if (!query.data || !source.data) return <Reading query={query.data ? source : query} />;
  const { fields } = source.data;
  const { items, total } = query.data;
  const title = platform.behind(unit === undefined ? words.allUnits : names.agency(unit), period, total);
  const sheet = addressOf(`/platform/indicators/${encodeURIComponent(indicator.key)}/rows.xlsx`, wanted);
  return (
    <section className="panel" id="rows">
      <div className="page-head">
        <h2>
          {title}
          {part !== undefined && <span className="quiet"> {part || words.empty}</span>}
        </h2>
        <span className="row-actions spring">
          <a className="button small" href={sheet.href} download>
            {board.sheet}
          </a>
        </span>
      </div>
      <div className="scroller" role="region" aria-label={title} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {fields.map(({ name, title: field }) => (
                <th scope="col" key={name}>
                  {field}
                </th>
              ))}
              <th scope="col">{platform.lineage}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={`${row.batch} ${row.row}`}>
                {fields.map(({ name, type }) => (
                  <td key={name}>{type === 'agency' ? names.agency(String(row.data[name] ?? '')) : row.data[name]}</td>
                ))}
                <td className="nowrap">
                  <Link to="/platform/sources/$id" params={{ id: indicator.source }} className="quiet">
                    {platform.place(row.batch, row.row)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > items.length && <p className="quiet">{words.moreInSheet(total - items.length)}</p>}
    </section>
  );
}
