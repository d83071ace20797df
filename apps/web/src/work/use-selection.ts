import { useCallback, useMemo, useState } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';

export interface Selection {
  readonly chosen: readonly Task[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Which of the rows shown are chosen; a row that has gone is chosen no more. */
export function useSelection(rows: readonly Task[]): Selection {
  const [ids, setIds] = useState(none);
  const toggle = useCallback(
    (id: string) =>
      setIds((before) =>
        before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
      ),
    [],
  );
  const clear = useCallback(() => setIds(none), []);
  return useMemo(
    () => ({ chosen: rows.filter(({ id }) => ids.has(id)), has: (id) => ids.has(id), toggle, clear }),
    [rows, ids, toggle, clear],
  );
}
