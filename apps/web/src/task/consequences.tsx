import type { Preview } from '../../../api/commands/preview.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

interface ConsequencesProps {
  readonly preview: Preview;
  /** The step that the act is about: that it ends goes without saying. */
  readonly endedElement?: string;
  /** Steps that are open again, not new. */
  readonly resumes?: boolean;
}

/** What an act would do, from the server's own trial of it. */
export function Consequences({ preview, endedElement, resumes = false }: ConsequencesProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { handle } = words;
  const day = (date: string | null) => (date === null ? '' : dayText(date, today(), language));
  const { opened, closed, moved, alarms, entries } = preview;
  const paused = closed.filter(({ status }) => status === 'suspended');
  const others = closed.filter(({ elementId, status }) => status !== 'suspended' && elementId !== endedElement);
  const ended = new Set(['completed', 'cancelled']);
  const ends = ended.has(preview.status);
  const whoOf = ({ agency, role, assignee }: Preview['opened'][number]) =>
    names.person(assignee) ||
    [names.agency(agency), names.role(role)].filter(Boolean).join(' ') ||
    words.task.unassigned;
  const listed = (tasks: readonly { readonly name: string }[]) => tasks.map(({ name }) => name).join(words.join);
  const lines = [
    ...opened.map((task) =>
      resumes
        ? `▶ ${handle.goesOn(task.name, day(task.dueOn))}`
        : `→ ${handle.sendTo(whoOf(task), task.name, day(task.dueOn))}`,
    ),
    ...(others.length > 0 ? [`✕ ${handle.closes(listed(others))}`] : []),
    ...(paused.length > 0 ? [`‖ ${handle.pauses(listed(paused))}`] : []),
    ...(resumes ? [] : moved.map(({ name, before, dueOn }) => `⇢ ${handle.moves(name, day(before), day(dueOn))}`)),
    ...alarmLines(alarms, moved.length > 0, paused.length > 0, handle),
    ...(entries.some(({ kind }) => kind === 'extension-asked') ? [`? ${handle.asksApproval}`] : []),
    ...(ends ? [`■ ${handle.ends}`] : []),
  ];
  return (
    <ul className="consequences">
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
      {endedElement !== undefined && opened.length === 0 && !ends && <li>{handle.nothingNext}</li>}
    </ul>
  );
}

function alarmLines(
  alarms: Preview['alarms'],
  moved: boolean,
  paused: boolean,
  words: { alarmsMove: (count: number) => string; alarmsStop: (count: number) => string },
): readonly string[] {
  const told = alarms.filter(({ kind }) => kind === 'reminder' || kind === 'rung');
  const stopped = told.filter(({ cancelled }) => cancelled).length;
  const other = told.length - stopped;
  return [
    ...(moved && other > 0 ? [`⇢ ${words.alarmsMove(other)}`] : []),
    ...(paused && stopped > 0 ? [`‖ ${words.alarmsStop(stopped)}`] : []),
  ];
}
