import type { Procedure } from '../../../api/recurring/recurring.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** Who did what to it. */
export function ProcedureTrail({ acts }: Pick<Procedure, 'acts'>) {
  const { words, language } = useSpeaking();
  const names = useNames();
  return (
    <ul>
      {acts.map(({ act, at, by, reason, details }) => (
        <li key={`${at} ${act}`}>
          {dayText(dayOf(at), today(), language)} {names.person(by)} {words.recurring.done[act] ?? act}{' '}
          <span className="quiet">
            {typeof details['period'] === 'string' ? details['period'] : ''} {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}
