import type { Entry } from '../../../api/history/history.schema.ts';
import { dayOf, dayText, timeText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { Sentence } from './sentence.tsx';

interface StoryDaysProps {
  /** In the order in which they are shown. */
  readonly entries: readonly Entry[];
  /** Until when each step was given when it began. */
  readonly limits: ReadonlyMap<string, string>;
}

/** Facts as sentences, a heading a day. */
export function StoryDays({ entries, limits }: StoryDaysProps) {
  const { language } = useSpeaking();
  const days = Map.groupBy(entries, ({ at }) => dayOf(at));
  return (
    <>
      {[...days].map(([day, facts]) => (
        <div key={day}>
          <h2>{dayText(day, today(), language)}</h2>
          <ul>
            {facts.map((entry) => (
              <li key={`${entry.seq}.${entry.position}`}>
                <time dateTime={entry.at}>{timeText(entry.at)}</time>
                <Sentence
                  entry={entry}
                  limit={entry.kind === 'task-opened' ? limits.get(entry.taskId ?? '') : undefined}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}

/** The first limit of each step: what its arrival is told with. */
export function limitsOf(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const limits = new Map<string, string>();
  for (const { kind, taskId, data } of entries) {
    const { dueOn } = data;
    if (kind === 'deadline-set' && taskId !== null && typeof dueOn === 'string' && !limits.has(taskId))
      limits.set(taskId, dueOn);
  }
  return limits;
}
