import { useQueryClient } from '@tanstack/react-query';
import type { TaskList } from '../../../api/tasks/task.schema.ts';
import type { WorkSearch } from '../search.ts';
import { call } from '../server/call.ts';
import { countsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { useChanges } from './use-changes.ts';
import { workListing, workQuery } from './work-query.ts';

/** Rows never jump under the cursor: what changed is counted, and shown when asked for. */
export function ChangeHint({ search }: { readonly search: WorkSearch }) {
  const { work, act } = useWords();
  const queries = useQueryClient();
  const { changed, show } = useChanges({
    queryKey: workQuery(search).queryKey,
    read: () => call<TaskList>('/tasks', { query: workListing(search) }),
  });
  return (
    <div role="status" className="hint">
      {changed > 0 && (
        <>
          <span>⟳ {work.changed(changed)}</span>
          <button
            type="button"
            className="button small"
            onClick={() => {
              show();
              void queries.invalidateQueries({ queryKey: countsQuery.queryKey });
            }}
          >
            {act.refresh}
          </button>
        </>
      )}
    </div>
  );
}
