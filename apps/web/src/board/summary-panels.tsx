import { stepsQuery } from './board.queries.ts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Summary } from '../../../api/dashboard/dashboard.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** Tables beside the list: overdue by agency and rung, what falls due, where time goes. */
export function SummaryPanels({ summary }: { readonly summary: Summary }) {
  const steps = useQuery(stepsQuery).data?.items;
  const { words, language } = useSpeaking();
  const names = useNames();
  const { board } = words;
  const levels = [...new Set(summary.overdueByAgency.map(({ level }) => level))].toSorted((a, b) => a - b);
  const agencies = [...new Set(summary.overdueByAgency.map(({ agency }) => agency))];
  const count = (agency: string | null, level: number) =>
    summary.overdueByAgency.find((row) => row.agency === agency && row.level === level)?.count ?? 0;
  return (
    <div className="board-grid">
      <section className="panel">
        <h2>{board.byAgency}</h2>
        {agencies.length === 0 && <p className="quiet">{board.noRows}</p>}
        {agencies.length > 0 && (
          <div className="scroller" role="region" aria-label={board.byAgency} tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{board.agency}</th>
                  {levels.map((level) => (
                    <th key={level} scope="col" className="number">
                      {level === 0 ? board.reasons.overdue : board.level(level)}
                    </th>
                  ))}
                  <th scope="col" className="number">
                    {board.total}
                  </th>
                </tr>
              </thead>
              <tbody>
                {agencies.map((agency) => (
                  <tr key={agency ?? ''}>
                    <th scope="row">{names.agency(agency) || '—'}</th>
                    {levels.map((level) => (
                      <td key={level} className="number">
                        {count(agency, level) || ''}
                      </td>
                    ))}
                    <td className="number">{levels.reduce((sum, level) => sum + count(agency, level), 0)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section className="panel">
        <h2>{board.ahead}</h2>
        {summary.ahead.length === 0 && <p className="quiet">{board.noRows}</p>}
        {summary.ahead.length > 0 && (
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{board.day}</th>
                <th scope="col" className="number">
                  {board.count}
                </th>
              </tr>
            </thead>
            <tbody>
              {summary.ahead.map(({ dueOn, count: of }) => (
                <tr key={dueOn}>
                  <td>{dayText(dueOn, today(), language)}</td>
                  <td className="number">{of}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="panel">
        <h2>{board.steps}</h2>
        {steps?.length === 0 && <p className="quiet">{board.noRows}</p>}
        {steps && steps.length > 0 && (
          <div className="scroller" role="region" aria-label={board.steps} tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{board.step}</th>
                  <th scope="col" className="number">
                    {board.done}
                  </th>
                  <th scope="col" className="number">
                    {board.median}
                  </th>
                  <th scope="col" className="number">
                    {board.longest}
                  </th>
                </tr>
              </thead>
              <tbody>
                {steps.map(({ definitionKey, elementId, name, done, medianDays, longestDays }) => (
                  <tr key={`${definitionKey} ${elementId}`}>
                    <td>
                      <Link to="/cases" search={{ procedure: definitionKey }}>
                        {name}
                      </Link>
                    </td>
                    <td className="number">{done}</td>
                    <td className="number">{medianDays}</td>
                    <td className="number">{longestDays}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
    </div>
  );
}
