import { useQuery } from '@tanstack/react-query';
import type { Indicator } from '../../../api/platform/indicator.schema.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { behindQuery, sourceQuery } from './platform.queries.ts';

interface RowsBehindProps {
  readonly indicator: Indicator;
  readonly unit: string;
  readonly period: string;
}

/** The rows that a number was made of, each with its batch and place in it. */
export function RowsBehind({ indicator, unit, period }: RowsBehindProps) {
  const { platform } = useWords();
  const names = useNames();
  const query = useQuery(behindQuery(indicator.key, unit, period));
  const source = useQuery(sourceQuery(indicator.source));
  if (!query.data || !source.data) return <Reading query={query.data ? source : query} />;
  const { fields } = source.data;
  return (
    <section className="panel">
      <h2>{platform.behind(names.agency(unit), period, query.data.total)}</h2>
      <div
        className="scroller"
        role="region"
        aria-label={platform.behind(names.agency(unit), period, query.data.total)}
        tabIndex={0}
      >
        <table className="plain-table">
          <thead>
            <tr>
              {fields.map(({ name, title }) => (
                <th scope="col" key={name}>
                  {title}
                </th>
              ))}
              <th scope="col">{platform.lineage}</th>
            </tr>
          </thead>
          <tbody>
            {query.data.items.map((row) => (
              <tr key={`${row.batch} ${row.row}`}>
                {fields.map(({ name, type }) => (
                  <td key={name}>{type === 'agency' ? names.agency(String(row.data[name] ?? '')) : row.data[name]}</td>
                ))}
                <td className="nowrap quiet">{platform.place(row.batch, row.row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
