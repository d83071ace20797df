import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Reading } from '../parts/reading.tsx';
import { timelineQuery } from '../server/queries.ts';
import { dayOf, dayText, timeText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { Sentence } from './sentence.tsx';
import { isDecision, isTold } from './told.ts';

const route = getRouteApi('/inside/cases/$id/$tab');

/** 经过: what happened as sentences, the newest first, a heading a day. */
export function Story({ caseId }: { readonly caseId: string }) {
  const { words, language } = useSpeaking();
  const query = useQuery(timelineQuery(caseId));
  const { data } = query;
  const { decisions = false } = route.useSearch();
  const navigate = route.useNavigate();
  if (!data) return <Reading query={query} />;
  const told = data.items.filter((entry) => isTold(entry) && (!decisions || isDecision(entry))).reverse();
  const days = [...new Set(told.map(({ at }) => dayOf(at)))];
  return (
    <section className="story" aria-label={words.story.title}>
      <button
        type="button"
        className="button small no-print"
        aria-pressed={decisions}
        onClick={() => void navigate({ to: '.', search: decisions ? {} : { decisions: true } })}
      >
        {words.story.decisions}
      </button>
      {told.length === 0 && <p className="empty">{words.story.empty}</p>}
      {days.map((day) => (
        <div key={day}>
          <h2>{dayText(day, today(), language)}</h2>
          <ul>
            {told
              .filter(({ at }) => dayOf(at) === day)
              .map((entry) => (
                <li key={`${entry.seq}.${entry.position}`}>
                  <time dateTime={entry.at}>{timeText(entry.at)}</time>
                  <Sentence entry={entry} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
