import { useCallback, useMemo, useRef, useState } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';

export interface Selection {
  readonly chosen: readonly Task[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** From the row chosen last to this one. */
  readonly extend: (id: string) => void;
  readonly only: (ids: readonly string[]) => void;
  readonly clear: () => void;
}

const none: ReadonlySet<string> = new Set();

/** Which of the rows shown are chosen; a row that has gone is chosen no more. */
export function useSelection(rows: readonly Task[]): Selection {
  const [ids, setIds] = useState(none);
  const latest = useRef(rows);
  latest.current = rows;
  const anchor = useRef<string | null>(null);
  const toggle = useCallback((id: string) => {
    anchor.current = id;
    setIds((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  }, []);
  const extend = useCallback((id: string) => {
    const at = (wanted: string | null) => latest.current.findIndex((row) => row.id === wanted);
    const [from, to] = [at(anchor.current), at(id)];
    const range = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    const between = latest.current.slice(range[0], (range[1] ?? 0) + 1).map((row) => row.id);
    anchor.current = id;
    setIds((before) => new Set([...before, ...between]));
  }, []);
  const only = useCallback((wanted: readonly string[]) => setIds(new Set(wanted)), []);
  const clear = useCallback(() => setIds(none), []);
  return useMemo(
    () => ({ chosen: rows.filter(({ id }) => ids.has(id)), has: (id) => ids.has(id), toggle, extend, only, clear }),
    [rows, ids, toggle, extend, only, clear],
  );
}
