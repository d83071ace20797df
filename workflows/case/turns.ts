/** Strict order: each act begins when the one before it has ended, however it ended. */
export interface Turns {
  take<T>(act: () => Promise<T>): Promise<T>;
  /** Nobody acts and nobody waits. */
  idle(): boolean;
}

/** `opened` is awaited before the first turn. */
export function createTurns(opened: Promise<unknown>): Turns {
  let last: Promise<unknown> = opened;
  let waiting = 0;
  const ended = (): void => {
    waiting -= 1;
  };
  return {
    take(act) {
      waiting += 1;
      const turn = last.then(act);
      // The error of a turn belongs to its taker alone.
      last = turn.then(ended, ended);
      return turn;
    },
    idle: () => waiting === 0,
  };
}
