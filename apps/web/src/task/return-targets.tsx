import { useQuery } from '@tanstack/react-query';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { tasksQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

interface ReturnTargetsProps {
  readonly task: Task;
  readonly value: string;
  readonly onChange: (elementId: string) => void;
}

/** The steps of the case that have been completed. */
export function ReturnTargets({ task, value, onChange }: ReturnTargetsProps) {
  const words = useWords();
  const { data } = useQuery(tasksQuery({ caseId: task.caseId, status: 'completed', sort: '-openedAt', limit: 200 }));
  const steps = new Map((data?.items ?? []).map(({ elementId, name }) => [elementId, name]));
  return (
    <label>
      {words.dialog.returnTo}
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.handle.choose}</option>
        {[...steps].map(([elementId, name]) => (
          <option key={elementId} value={elementId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
