import type { TaskList } from '../../../api/tasks/task.schema.ts';
import { useWords } from '../words/words.tsx';

interface ListEndProps {
  readonly list: TaskList;
  readonly more: () => void;
  readonly fetching: boolean;
}

/** How much of the list is shown, and the rest for whoever wants it. */
export function ListEnd({ list: { items, total, estimated, nextCursor }, more, fetching }: ListEndProps) {
  const { work, cases } = useWords();
  if (nextCursor === null) return null;
  return (
    <p className="row-actions quiet">
      {estimated ? work.about(total, items.length) : work.shown(total, items.length)}
      <button type="button" className="button small" aria-disabled={fetching} onClick={more}>
        {cases.more}
      </button>
    </p>
  );
}
