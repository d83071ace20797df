import type { Task } from '../../../api/tasks/task.schema.ts';
import type { ActName } from '../task/acts.ts';
import { useWords } from '../words/words.tsx';

interface BulkBarProps {
  readonly chosen: readonly Task[];
  readonly onAct: (act: ActName, tasks: readonly Task[]) => void;
  readonly onClear: () => void;
}

/** What can be done with several at once; each is tried before any is done. */
export function BulkBar({ chosen, onAct, onClear }: BulkBarProps) {
  const { work, act } = useWords();
  return (
    <div className="bulk" role="region" aria-label={work.chosen(chosen.length)}>
      <span>{work.chosen(chosen.length)}</span>
      <button type="button" className="button" onClick={() => onAct('transfer', chosen)}>
        {act.transfer}
      </button>
      <button type="button" className="button" onClick={() => onAct('remind', chosen)}>
        {act.remind}
      </button>
      <button type="button" className="button quiet-button" onClick={onClear}>
        {act.cancel}
      </button>
    </div>
  );
}
