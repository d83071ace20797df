import { useCallback, useState } from 'react';

interface Steps<T> {
  readonly past: readonly T[];
  readonly now: T;
  readonly future: readonly T[];
}

/** How far one can go back. */
const depth = 100;

export interface History<T> {
  readonly now: T;
  readonly change: (next: T) => void;
  /** Null when there is nothing to undo. */
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** What is drawn, with the way back. */
export function useHistory<T>(first: T): History<T> {
  const [{ past, now, future }, setSteps] = useState<Steps<T>>({ past: [], now: first, future: [] });
  const change = useCallback(
    (next: T) =>
      setSteps((before) =>
        next === before.now ? before : { past: [...before.past.slice(-depth), before.now], now: next, future: [] },
      ),
    [],
  );
  const undo = useCallback(
    () =>
      setSteps((before) => {
        const { past: steps, now: here, future: later } = before;
        return steps.length === 0
          ? before
          : { past: steps.slice(0, -1), now: steps.at(-1) as T, future: [here, ...later] };
      }),
    [],
  );
  const redo = useCallback(
    () =>
      setSteps((before) => {
        const [next, ...later] = before.future;
        return next === undefined ? before : { past: [...before.past, before.now], now: next, future: later };
      }),
    [],
  );
  return { now, change, undo: past.length > 0 ? undo : null, redo: future.length > 0 ? redo : null };
}
