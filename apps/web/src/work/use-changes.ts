import { useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Task, TaskList } from '../../../api/tasks/task.schema.ts';
import { onWorklist } from '../server/events.ts';

interface Changes {
  /** How many rows of the list are no longer as shown. */
  readonly changed: number;
  /** Shows the list as it is now. */
  readonly show: () => void;
}

interface Watched {
  readonly queryKey: QueryKey;
  readonly read: () => Promise<TaskList>;
}

const printOf = ({ id, status, assignee, dueAt, level }: Task): string =>
  [id, status, assignee, dueAt, level].join('\n');

function differences(shown: TaskList, fresh: TaskList): number {
  const before = new Map(shown.items.map((task) => [task.id, printOf(task)]));
  const changed = fresh.items.filter((task) => before.get(task.id) !== printOf(task)).length;
  const ids = new Set(fresh.items.map(({ id }) => id));
  return changed + shown.items.filter(({ id }) => !ids.has(id)).length;
}

/** Compares the list shown with the server's whenever the server says that something changed; never swaps rows itself. */
export function useChanges({ queryKey, read }: Watched): Changes {
  const queries = useQueryClient();
  const [fresh, setFresh] = useState<TaskList | null>(null);
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    setFresh(null);
    const look = async () => {
      const now = await read();
      const shown = queries.getQueryData<TaskList>(JSON.parse(key) as QueryKey);
      setFresh(shown && differences(shown, now) > 0 ? now : null);
    };
    return onWorklist(() => {
      look().catch((error: unknown) => console.warn('the list could not be compared', error));
    });
    // The key says all that `read` depends on.
  }, [key, queries]);
  const shown = queries.getQueryData<TaskList>(queryKey);
  return {
    changed: fresh && shown ? differences(shown, fresh) : 0,
    show() {
      if (fresh) queries.setQueryData(queryKey, fresh);
      setFresh(null);
    },
  };
}
