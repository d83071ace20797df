import { Link } from '@tanstack/react-router';
import type { ListDetail, Obligation } from '../../../api/duties/duty.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

interface ObligationRowsProps {
  readonly item: ListDetail['duties'][number];
  readonly obligations: readonly Obligation[];
}

/** What one item asks, of whom, until when, and where that is. */
export function ObligationRows({ item, obligations }: ObligationRowsProps) {
  const { words, language } = useSpeaking();
  const { duties } = words;
  const names = useNames();
  const day = (date: string) => dayText(date, today(), language);
  return (
    <>
      <p className="second-line">{duties.rule(item.opens, item.within, item.evidence, names.role(item.role))}</p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{duties.columns.lead}</th>
            <th scope="col">{duties.columns.period}</th>
            <th scope="col">{duties.columns.opensOn}</th>
            <th scope="col">{duties.columns.dueOn}</th>
            <th scope="col">{duties.columns.status}</th>
            <th scope="col">{duties.columns.handedInOn}</th>
          </tr>
        </thead>
        <tbody>
          {obligations.map((one) => (
            <tr key={one.id}>
              <td>
                {names.agency(one.lead)}
                {one.heir !== null && <div className="second-line">{duties.heir(names.agency(one.heir))}</div>}
              </td>
              <td className="nowrap">{one.period}</td>
              <td className="nowrap">{day(one.opensOn)}</td>
              <td className="nowrap">{day(one.dueOn)}</td>
              <td>
                {one.caseId === null ? (
                  duties.states[one.state]
                ) : (
                  <Link to="/cases/$id/$tab" params={{ id: one.caseId, tab: 'overview' }}>
                    {duties.states[one.state]}
                  </Link>
                )}
                {(one.problem ?? one.reason) !== null && <div className="second-line">{one.problem ?? one.reason}</div>}
              </td>
              <td className="nowrap">{one.handedInOn === null ? '' : day(one.handedInOn)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
