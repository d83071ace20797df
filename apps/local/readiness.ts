import { setTimeout as delay } from 'node:timers/promises';

/** Waits until the API says that it is ready; throws with its last answer when it does not within the time (milliseconds). */
export async function untilReady(
  base: string,
  { signal, timeout }: { signal: AbortSignal; timeout: number },
): Promise<void> {
  const giveUp = performance.now() + timeout;
  let last = '';
  while (performance.now() < giveUp) {
    signal.throwIfAborted();
    try {
      const answer = await fetch(`${base}/api/health/ready`, { signal: AbortSignal.timeout(10_000) });
      if (answer.ok) return;
      last = await answer.text();
    } catch (error) {
      last = (error as Error).message; // not listening yet
    }
    await delay(150, undefined, { signal });
  }
  throw new Error(`not ready after ${timeout / 1000} s: ${last}`);
}
