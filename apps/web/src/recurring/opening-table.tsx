import { Link } from '@tanstack/react-router';
import type { Opening } from '../../../api/recurring/recurring.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const shownAtFirst = 40;

/** Every time it has opened and will, the latest of those that have first; long ones are told by period. */
export function OpeningTable({ openings, label }: { readonly openings: readonly Opening[]; readonly label: string }) {
  const { words, language } = useSpeaking();
  const { recurring } = words;
  const names = useNames();
  if (openings.length === 0) return <p className="empty">{recurring.noOpenings}</p>;
  const day = (date: string) => dayText(date, today(), language);
  return (
    <div className="scroller" role="region" aria-label={label} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {recurring.openingColumns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {openings.slice(0, shownAtFirst).map((one) => (
            <tr key={one.id}>
              <td className="nowrap">{one.period}</td>
              <td>
                {receiverOf(one, names)}
                {one.heir !== null && <div className="second-line">{recurring.heir(names.agency(one.heir))}</div>}
              </td>
              <td className="nowrap">{day(one.opensOn)}</td>
              <td>
                {one.caseId === null ? (
                  recurring.states[one.state]
                ) : (
                  <Link to="/cases/$id/$tab" params={{ id: one.caseId, tab: 'overview' }}>
                    {one.caseNumber ?? one.caseId}
                  </Link>
                )}
                {one.caseId !== null && <div className="second-line">{recurring.states[one.state]}</div>}
                {one.result !== null && <div className="second-line">{recurring.result(one.result)}</div>}
                {one.askedBy !== null && (
                  <div className="second-line">{recurring.askedBy(names.person(one.askedBy))}</div>
                )}
                {(one.problem ?? one.reason) !== null && <div className="second-line">{one.problem ?? one.reason}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {openings.length > shownAtFirst && <p className="quiet">{recurring.more(openings.length - shownAtFirst)}</p>}
    </div>
  );
}

/** A person’s name where it is for the holder of a post; the batch that rules ran after; the source that is asked for its data. */
function receiverOf({ receiver, agency }: Opening, names: ReturnType<typeof useNames>): string {
  const [person = '', house] = receiver.split('@');
  if (house !== undefined) return `${names.person(person)}（${names.agency(house)}）`;
  const what = receiver.startsWith('b-') ? receiver.slice(0, 10) : receiver;
  return receiver === agency ? names.agency(agency) : `${names.agency(agency)}（${what}）`;
}
