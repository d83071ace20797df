import type { Task } from '../../../api/tasks/task.schema.ts';
import { VariableList } from '../parts/variable-list.tsx';
import type { FormSchema } from '../task/form-schema.ts';
import { useWords } from '../words/words.tsx';

/** What the form shows and does not ask: what is to be done, what others have brought. */
export function UnitGiven({ task, schema }: { readonly task: Task; readonly schema: FormSchema }) {
  const { handle } = useWords();
  const given = Object.entries(schema.properties)
    .filter(([name, { readOnly }]) => readOnly === true && hasContent(task.variables[name]))
    .map(([name]) => [name, task.variables[name]] as const);
  if (given.length === 0) return null;
  return (
    <details open>
      <summary>{handle.known}</summary>
      <VariableList variables={Object.fromEntries(given)} caseId={task.caseId} />
    </details>
  );
}

const hasContent = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
