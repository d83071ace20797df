import { useQuery } from '@tanstack/react-query';
import type { Entry } from '../../../api/history/history.schema.ts';
import { VariableList } from '../parts/variable-list.tsx';
import { timelineQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const answersOf = ({ data }: Entry): Readonly<Record<string, unknown>> =>
  typeof data['answers'] === 'object' && data['answers'] !== null ? (data['answers'] as Record<string, unknown>) : {};

const said: ReadonlySet<string> = new Set(['task-completed', 'task-commented', 'task-returned', 'task-rejected']);

/** What has been decided, answered and remarked before, the latest first. */
export function Opinions({ caseId }: { readonly caseId: string }) {
  const { words, language } = useSpeaking();
  const { data } = useQuery(timelineQuery(caseId));
  const opinions = (data?.items ?? []).filter(({ kind }) => said.has(kind)).reverse();
  if (data && opinions.length === 0) return <p className="quiet">{words.handle.noOpinions}</p>;
  return (
    <ol className="opinions">
      {opinions.map((entry) => {
        const { seq, position, at, actorName, actor, taskName, kind, data: fact, reason } = entry;
        const answers = answersOf(entry);
        return (
          <li key={`${seq}.${position}`}>
            <span className="quiet nowrap">{momentText(at, today(), language)}</span>{' '}
            {actorName ?? actor ?? words.story.system} {taskName && words.story.step(taskName)}{' '}
            {kind !== 'task-completed' && <span className="chip plain">{words.story.kinds[kind]}</span>}{' '}
            <strong>{text(fact['outcome'])}</strong> {text(fact['comment']) || text(fact['text'])}{' '}
            {reason && words.story.reason(reason)}
            {Object.keys(answers).length > 0 && <VariableList variables={answers} caseId={caseId} />}
          </li>
        );
      })}
    </ol>
  );
}
