import type { Case } from '../../../../api/cases/case.schema.ts';
import { dayOf, longDayText, timeText } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';

/** What will ring, the nearest first. */
export function TrialAlarms({ matter }: { readonly matter: Case }) {
  const { design, language } = useDesign();
  const coming = matter.alarms.filter(({ firedAt }) => firedAt === null).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  if (coming.length === 0) return <p className="empty">{design.trial.noAlarms}</p>;
  return (
    <table className="plain-table sheet" aria-label={design.trial.tabs.alarms}>
      <tbody>
        {coming.map(({ id, at, kind, level, elementId }) => (
          <tr key={id}>
            <th scope="row" className="nowrap">
              {longDayText(dayOf(at), language)} {timeText(at)}
            </th>
            <td>
              {design.trial.alarmKinds[kind]}
              {(level ?? 0) > 0 && ` L${level}`}
            </td>
            <td>
              <code>{elementId}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
