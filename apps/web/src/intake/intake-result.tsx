import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Reading } from '../parts/reading.tsx';
import { StateLink } from '../parts/state-link.tsx';
import { intakeQuery } from '../server/queries.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** What became of each row. */
export function IntakeResult({ id }: { readonly id: string }) {
  const { words, language } = useSpeaking();
  const { intake } = words;
  const query = useQuery(intakeQuery(id));
  const { data } = query;
  if (!data) return <Reading query={query} />;
  const count = (wanted: string) => data.rows.filter(({ status }) => status === wanted).length;
  const refused = count('refused');
  return (
    <section className="panel">
      <div role="status">
        <h2>{data.settled ? intake.done(count('opened')) : intake.working(count('opened'), data.rows.length)}</h2>
      </div>
      {refused > 0 && <p className="fault">{intake.refused(refused)}</p>}
      <div className="scroller" role="region" aria-label={intake.title} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{intake.columns.row}</th>
              <th scope="col">{intake.columns.title}</th>
              <th scope="col">{intake.columns.startsOn}</th>
              <th scope="col">{intake.columns.result}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ number, title, startsOn, status, caseId, caseNumber, message }) => (
              <tr key={number}>
                <td className="number">{number}</td>
                <td>{title}</td>
                <td className="nowrap">{dayText(startsOn, today(), language)}</td>
                <td>
                  {intake.statuses[status]}{' '}
                  {caseId && (
                    <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }} className="nowrap">
                      {caseNumber ?? words.act.open}
                    </Link>
                  )}
                  {message && <span className="fault"> {message}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>
        <StateLink
          to={{ to: '/cases/import', search: { procedure: data.definitionKey } }}
          className="button"
          current={false}
        >
          {intake.again}
        </StateLink>
      </p>
    </section>
  );
}
