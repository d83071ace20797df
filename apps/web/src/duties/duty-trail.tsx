import type { ListDetail } from '../../../api/duties/duty.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** Who did what to the list. */
export function DutyTrail({ acts }: Pick<ListDetail, 'acts'>) {
  const { words, language } = useSpeaking();
  const names = useNames();
  return (
    <ul>
      {acts.map(({ act, at, by, reason, version }) => (
        <li key={`${at} ${act}`}>
          {dayText(dayOf(at), today(), language)} {names.person(by)} {words.duties.done[act] ?? act}{' '}
          <span className="quiet">
            v{version} {reason}
          </span>
        </li>
      ))}
    </ul>
  );
}
