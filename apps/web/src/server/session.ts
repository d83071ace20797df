/** Whether a call has been answered with 401 since the last sign-in; who listens is told when it changes. */
function createSignal() {
  const listeners = new Set<() => void>();
  let lost = false;
  const set = (value: boolean) => {
    if (lost === value) return;
    lost = value;
    for (const listener of listeners) listener();
  };
  return {
    tell: () => set(true),
    heal: () => set(false),
    now: () => lost,
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export const sessionLost = createSignal();
