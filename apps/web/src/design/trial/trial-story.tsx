import { useQuery } from '@tanstack/react-query';
import { Sentence } from '../../cases/sentence.tsx';
import { isTold } from '../../cases/told.ts';
import { Reading } from '../../parts/reading.tsx';
import { timelineQuery } from '../../server/queries.ts';
import { dayOf, dayText, timeText } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';

/** What has happened in the trial, the newest first, by its own clock. */
export function TrialStory({ caseId }: { readonly caseId: string }) {
  const { words, language } = useDesign();
  const query = useQuery(timelineQuery(caseId));
  if (!query.data) return <Reading query={query} />;
  const told = query.data.items.filter(isTold).toReversed();
  const today = dayOf(told[0]?.at ?? Date.now());
  return (
    <section className="story" aria-label={words.story.title}>
      <ul>
        {told.map((entry) => (
          <li key={`${entry.seq}.${entry.position}`}>
            <time dateTime={entry.at}>
              {dayText(dayOf(entry.at), today, language)} {timeText(entry.at)}
            </time>
            <Sentence entry={entry} />
          </li>
        ))}
      </ul>
    </section>
  );
}
