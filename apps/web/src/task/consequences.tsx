import type { Preview } from '../../../api/commands/preview.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** What an act would do, from the server's own trial of it. */
export function Consequences({ preview, endedElement }: { readonly preview: Preview; readonly endedElement?: string }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { handle } = words;
  const others = preview.closed.filter(({ elementId }) => elementId !== endedElement);
  const ends = preview.status === 'completed';
  return (
    <ul className="consequences">
      {preview.opened.map(({ elementId, name, agency, role, dueOn }, index) => {
        const who = [names.agency(agency), names.role(role)].filter(Boolean).join(' ') || words.task.unassigned;
        return (
          <li key={`${elementId} ${index}`}>
            → {handle.sendTo(who, name, dueOn ? dayText(dueOn, today(), language) : '')}
          </li>
        );
      })}
      {others.length > 0 && <li>✕ {handle.closes(others.map(({ name }) => name).join(words.join))}</li>}
      {ends && <li>■ {handle.ends}</li>}
      {preview.opened.length === 0 && !ends && <li>{handle.nothingNext}</li>}
    </ul>
  );
}
