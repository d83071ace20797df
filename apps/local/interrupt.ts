/** A terminal's Ctrl-C reaches us twice, once by itself and once through npm. */
const sameKeyPress = 1_500;

/** Aborts at the first SIGINT, SIGTERM or SIGHUP; `again` is called when the person presses once more. */
export function onInterrupt(again: () => void): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const handle = (): void => {
    if (!controller.signal.aborted) {
      first = performance.now();
      controller.abort();
      return;
    }
    if (performance.now() - first > sameKeyPress) again();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handle);
  return controller.signal;
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
