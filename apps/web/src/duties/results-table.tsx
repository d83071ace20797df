import { useQuery } from '@tanstack/react-query';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { useWords } from '../words/words.tsx';
import { dutyResultsQuery } from './duties.queries.ts';

/** Each agency's score and what it is made of. */
export function ResultsTable({ id }: { readonly id: string }) {
  const { duties } = useWords();
  const names = useNames();
  const query = useQuery(dutyResultsQuery(id));
  if (!query.data) return <Reading query={query} />;
  const { items, points, fixed } = query.data;
  return (
    <>
      <p className="quiet">
        {fixed ? duties.fixed : duties.soFar} {duties.pointsOf(points)}
      </p>
      {items.length === 0 && <p className="empty">{duties.noResults}</p>}
      {items.length > 0 && (
        <div className="scroller" role="region" aria-label={duties.results} tabIndex={0}>
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{duties.columns.lead}</th>
                <th scope="col">{duties.columns.score}</th>
                <th scope="col">{duties.columns.level}</th>
                <th scope="col">{duties.columns.obligations}</th>
                {duties.hows.map(([how, label]) => (
                  <th scope="col" key={how}>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((result) => (
                <tr key={result.lead}>
                  <th scope="row">{names.agency(result.lead)}</th>
                  <td>{result.score}</td>
                  <td className="nowrap">{duties.levels[result.level]}</td>
                  <td>{result.obligations}</td>
                  {duties.hows.map(([how]) => (
                    <td key={how}>{result.byHow[how] ?? 0}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
