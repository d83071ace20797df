import type { ListDetail } from '../../../api/duties/duty.schema.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** When each cycle opens next, and whether Temporal has followed the last change. */
export function ScheduleTable({ list: { schedules, status } }: { readonly list: ListDetail }) {
  const { words, language } = useSpeaking();
  const { duties } = words;
  return (
    <>
      <p className="quiet">{schedules.state === 'current' ? duties.scheduleState[status] : duties.pending}</p>
      {schedules.items.length > 0 && (
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{duties.columns.cycle}</th>
              <th scope="col">{duties.columns.next}</th>
              <th scope="col">{duties.columns.left}</th>
              <th scope="col">{duties.columns.schedule}</th>
            </tr>
          </thead>
          <tbody>
            {schedules.items.map(({ cycle, id, next, left }) => (
              <tr key={id}>
                <th scope="row">{duties.cycles[cycle]}</th>
                <td className="nowrap">{next === null ? '' : dayText(next, today(), language)}</td>
                <td>{left}</td>
                <td>
                  <code>{id}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
