import type { Task } from '../../../api/tasks/task.schema.ts';
import type { Scope } from '../search.ts';
import { actWord } from '../task/act-words.ts';
import type { ActName } from '../task/acts.ts';
import { useWords } from '../words/words.tsx';

interface BulkBarProps {
  readonly chosen: readonly Task[];
  readonly scope: Scope;
  readonly onAct: (act: ActName, tasks: readonly Task[]) => void;
  readonly onClear: () => void;
}

const of: Readonly<Record<Scope, readonly ActName[]>> = {
  mine: ['transfer', 'unclaim', 'remind', 'extend'],
  group: ['claim', 'transfer', 'remind'],
  agency: ['transfer', 'remind', 'extend'],
  waiting: ['remind'],
  done: [],
};

/** What can be done with several at once; each is tried before any is done. */
export function BulkBar({ chosen, scope, onAct, onClear }: BulkBarProps) {
  const words = useWords();
  return (
    <div className="bulk" role="region" aria-label={words.work.chosen(chosen.length)}>
      <span>{words.work.chosen(chosen.length)}</span>
      {of[scope].map((act) => (
        <button key={act} type="button" className="button" onClick={() => onAct(act, chosen)}>
          {actWord(words, act)}
        </button>
      ))}
      <button type="button" className="button quiet-button" onClick={onClear}>
        {words.act.cancel}
      </button>
    </div>
  );
}
