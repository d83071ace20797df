import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Reading } from '../parts/reading.tsx';
import { timelineQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { limitsOf, StoryDays } from './story-days.tsx';
import { isDecision, isTold } from './told.ts';

const route = getRouteApi('/inside/cases/$id/$tab');

/** 经过: what happened as sentences, the newest first, a heading a day. */
export function Story({ caseId }: { readonly caseId: string }) {
  const words = useWords();
  const query = useQuery(timelineQuery(caseId));
  const { data } = query;
  const { decisions = false } = route.useSearch();
  const navigate = route.useNavigate();
  if (!data) return <Reading query={query} />;
  const told = data.items.filter((entry) => isTold(entry) && (!decisions || isDecision(entry))).reverse();
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
      <StoryDays entries={told} limits={limitsOf(data.items)} />
    </section>
  );
}
