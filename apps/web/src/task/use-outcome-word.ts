import type { Task } from '../../../api/tasks/task.schema.ts';
import { useWords } from '../words/words.tsx';

/** Outcomes of a step are the procedure's own words; those of an approval beside it are ours. */
export function useOutcomeWord(kind: Task['kind']): (outcome: string) => string {
  const { operations } = useWords();
  return (outcome) => (kind === 'step' ? outcome : (operations.outcomes[outcome] ?? outcome));
}
