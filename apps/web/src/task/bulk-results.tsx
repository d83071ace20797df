import type { Acted, Task } from '../../../api/tasks/task.schema.ts';
import { Dialog } from '../parts/dialog.tsx';
import type { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';
import type { Tried } from './use-preview.ts';

export interface ActResult {
  readonly id: string;
  readonly acted: Acted | null;
  readonly problem: Problem | null;
}

interface BulkResultsProps {
  readonly word: string;
  readonly tasks: readonly Task[];
  readonly results: readonly ActResult[];
  readonly tried: readonly Tried[];
  readonly onClose: (left: readonly string[]) => void;
}

/** What became of each: those that were not done, with the reason, stay chosen. */
export function BulkResults({ word, tasks, results, tried, onClose }: BulkResultsProps) {
  const { bulk, act, state } = useWords();
  const all = tasks.map((task) => {
    const result = results.find(({ id }) => id === task.id);
    const problem = result ? result.problem : (tried.find(({ id }) => id === task.id)?.problem ?? null);
    return { task, done: result?.acted !== undefined && result.acted !== null, problem };
  });
  const left = all.filter(({ done }) => !done);
  return (
    <Dialog
      title={`${word} · ${bulk.results}`}
      onClose={() => onClose(left.map(({ task }) => task.id))}
      actions={
        <button type="button" className="button primary" onClick={() => onClose(left.map(({ task }) => task.id))}>
          {act.close}
        </button>
      }
    >
      <p role="status">
        {bulk.done(all.length - left.length)} {left.length > 0 && bulk.failed(left.length)}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{bulk.matter}</th>
            <th scope="col">{bulk.result}</th>
          </tr>
        </thead>
        <tbody>
          {all.map(({ task, done, problem }) => (
            <tr key={task.id}>
              <td>
                <span className="nowrap">{task.caseNumber}</span> {task.name}
              </td>
              <td>{done ? bulk.ok : <span className="fault">✕ {problem?.message || state.unreachable}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
