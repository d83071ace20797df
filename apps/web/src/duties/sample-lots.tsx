import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { dutySampleQuery } from './duties.queries.ts';

interface SampleLotsProps {
  readonly list: string;
  readonly half: string;
  readonly stratum: string;
}

/** All obligations of a stratum in the order of their lots: the first ones are the sample. */
export function SampleLots({ list, half, stratum }: SampleLotsProps) {
  const { words, language } = useSpeaking();
  const { duties } = words;
  const { columns } = duties.sample;
  const names = useNames();
  const query = useQuery(dutySampleQuery(list, half, stratum));
  if (!query.data) return <Reading query={query} />;
  return (
    <table className="plain-table">
      <thead>
        <tr>
          <th scope="col">{columns.place}</th>
          <th scope="col">{duties.columns.measure}</th>
          <th scope="col">{duties.columns.lead}</th>
          <th scope="col">{duties.columns.period}</th>
          <th scope="col">{duties.columns.dueOn}</th>
          <th scope="col">{columns.lot}</th>
          <th scope="col">{columns.drawn}</th>
        </tr>
      </thead>
      <tbody>
        {query.data.items.map((one) => (
          <tr key={one.id}>
            <td>{one.place}</td>
            <td>
              {one.item}{' '}
              {one.caseId === null ? (
                one.measure
              ) : (
                <Link to="/cases/$id/$tab" params={{ id: one.caseId, tab: 'overview' }}>
                  {one.measure}
                </Link>
              )}
            </td>
            <td>{names.agency(one.lead)}</td>
            <td className="nowrap">{one.period}</td>
            <td className="nowrap">{dayText(one.dueOn, today(), language)}</td>
            <td>{one.lot}</td>
            <td>{one.drawn && <span className="chip soon">{duties.sample.yes}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
