/** Latencies in milliseconds and steps per second of one closed loop: every driver sends its next step when it has the last answer. */
export interface Measured {
  readonly latencies: readonly number[];
  readonly perSecond: number;
}

/** Runs `drivers` loops for `milliseconds`; each call of `step(driver)` is one step of that driver's own case. */
export async function closedLoop(
  drivers: number,
  milliseconds: number,
  step: (driver: number) => Promise<void>,
): Promise<Measured> {
  const latencies: number[] = [];
  const began = performance.now();
  const until = began + milliseconds;
  await Promise.all(
    Array.from({ length: drivers }, async (_, driver) => {
      while (performance.now() < until) {
        const from = performance.now();
        await step(driver);
        latencies.push(performance.now() - from);
      }
    }),
  );
  return { latencies, perSecond: (latencies.length * 1000) / (performance.now() - began) };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
