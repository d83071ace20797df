import type { Forwarded } from '../../../../api/trials/trial.schema.ts';
import { dayOf, longDayText, timeText } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';

/** What rang while the clock was moved, in order. */
export function Fired({ fired }: { readonly fired: Forwarded['fired'] }) {
  const { design, language } = useDesign();
  if (fired.length === 0) return <p role="status">{design.trial.nothingFired}</p>;
  return (
    <details role="status">
      <summary>{design.trial.fired(fired.length)}</summary>
      <ul className="told">
        {fired.map(({ caseId, id, kind, level, elementId, at }) => (
          <li key={`${caseId} ${id}`}>
            {longDayText(dayOf(at), language)} {timeText(at)} {design.trial.alarmKinds[kind]}
            {(level ?? 0) > 0 && ` L${level}`} <code>{elementId}</code>
          </li>
        ))}
      </ul>
    </details>
  );
}
