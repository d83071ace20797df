import { useQuery } from '@tanstack/react-query';
import { timelineQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What has been decided and remarked before, the latest first. */
export function Opinions({ caseId }: { readonly caseId: string }) {
  const { words, language } = useSpeaking();
  const { data } = useQuery(timelineQuery(caseId));
  const said = (data?.items ?? [])
    .filter(({ kind }) => kind === 'task-completed' || kind === 'task-commented')
    .reverse();
  if (said.length === 0) return <p className="quiet">{words.handle.noOpinions}</p>;
  return (
    <ul className="opinions">
      {said.map(({ seq, position, at, actorName, actor, taskName, data: fact }) => (
        <li key={`${seq}.${position}`}>
          <span className="quiet nowrap">{momentText(at, today(), language)}</span>{' '}
          {actorName ?? actor ?? words.story.system} {taskName && words.story.step(taskName)}{' '}
          <strong>{text(fact['outcome'])}</strong> {text(fact['comment']) || text(fact['text'])}
        </li>
      ))}
    </ul>
  );
}
