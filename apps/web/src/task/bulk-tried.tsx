import type { Task } from '../../../api/tasks/task.schema.ts';
import { useWords } from '../words/words.tsx';
import type { Tried } from './use-preview.ts';

interface BulkTriedProps {
  readonly tasks: readonly Task[];
  readonly tried: readonly Tried[];
}

/** Of several, how many can be done, and each that cannot with its reason. */
export function BulkTried({ tasks, tried }: BulkTriedProps) {
  const { bulk, colon, state } = useWords();
  const refused = tried.filter(({ problem }) => problem !== null);
  const nameOf = (id: string) => {
    const task = tasks.find((one) => one.id === id);
    return task ? `${task.caseNumber} ${task.name}` : id;
  };
  return (
    <>
      <p>{bulk.possible(tried.length - refused.length)}</p>
      {refused.length > 0 && (
        <>
          <p className="fault">{bulk.refused(refused.length)}</p>
          <ul className="opinions">
            {refused.map(({ id, problem }) => (
              <li key={id}>
                <span className="nowrap">{nameOf(id)}</span>
                {colon}
                {problem?.message || state.unreachable}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
