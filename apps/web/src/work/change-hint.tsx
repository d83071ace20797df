import type { Scope } from '../search.ts';
import { call } from '../server/call.ts';
import { useChanges } from '../server/events.ts';
import { useWords } from '../words/words.tsx';
import { workListing, workQuery } from './work-query.ts';
import type { TaskList } from '../../../api/tasks/task.schema.ts';

/** Rows never jump under the cursor: what changed is counted, and shown when asked for. */
export function ChangeHint({ scope }: { readonly scope: Scope }) {
  const { work, act } = useWords();
  const { changed, show } = useChanges({
    queryKey: workQuery(scope).queryKey,
    read: () => call<TaskList>('/tasks', { query: workListing(scope) }),
  });
  return (
    <div role="status" className="hint">
      {changed > 0 && (
        <>
          <span>⟳ {work.changed(changed)}</span>
          <button type="button" className="button small" onClick={show}>
            {act.refresh}
          </button>
        </>
      )}
    </div>
  );
}
