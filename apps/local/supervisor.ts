import { setTimeout as delay } from 'node:timers/promises';
import type { Say } from './say.ts';
import type { TiedProcess } from './tied-process.ts';

/** A process that is kept alive. */
export interface Part {
  readonly chinese: string;
  readonly english: string;
  readonly log: string;
  start(): Promise<TiedProcess>;
}

interface Kept {
  readonly part: Part;
  process: TiedProcess;
  /** Resolves when a restart that was under way is over. */
  busy: Promise<void>;
}

const firstPause = 500;
const longestPause = 15_000;
/** The pause after the fourth sudden end. */
const hopelessPause = 4_000;
/** A part that lived this long before it ended starts again without a longer pause. */
const steadyAfter = 60_000;

/**
 * Keeps parts running and ends them.
 * 1. A part that ends by itself is started again after a pause that doubles from half a second to 15 s.
 * 2. `stop` ends the parts one after another in the order given, the last to be relied on last; nothing is restarted from then on.
 * 3. `hurry` ends what is left by force.
 * 4. `hopeless` is aborted once a part has ended four times in a row soon after its start.
 */
export function createSupervisor(say: Say) {
  const kept = new Map<string, Kept>();
  const stopping = new AbortController();
  const hurrying = new AbortController();
  const hopeless = new AbortController();

  function watch(entry: Kept, pause: number): void {
    const since = performance.now();
    void entry.process.ended.then(({ code, signal }) => {
      if (stopping.signal.aborted) return;
      const next = performance.now() - since > steadyAfter ? firstPause : pause;
      if (next >= hopelessPause) hopeless.abort(new Error(`${entry.part.english} keeps ending, see ${entry.part.log}`));
      say(
        `${entry.part.chinese}意外结束（${signal ?? `退出码 ${code}`}），${next / 1000} 秒后重新启动；日志 ${entry.part.log}`,
        `${entry.part.english} ended unexpectedly (${signal ?? `exit code ${code}`}), starting it again in ${next / 1000} s`,
      );
      entry.busy = restart(entry, next);
    });
  }

  async function restart(entry: Kept, pause: number): Promise<void> {
    const next = Math.min(pause * 2, longestPause);
    try {
      await delay(pause, undefined, { signal: stopping.signal });
      entry.process = await entry.part.start();
      if (stopping.signal.aborted) return;
      say(`${entry.part.chinese}已重新启动`, `${entry.part.english} is running again`);
      watch(entry, next);
    } catch (error) {
      if (stopping.signal.aborted) return;
      say(
        `${entry.part.chinese}没有启动成功，${next / 1000} 秒后再试`,
        `${entry.part.english} did not start: ${(error as Error).message}`,
      );
      await restart(entry, next);
    }
  }

  return {
    hopeless: hopeless.signal,

    async keep(name: string, part: Part, running?: TiedProcess): Promise<void> {
      const entry: Kept = { part, process: running ?? (await part.start()), busy: Promise.resolve() };
      kept.set(name, entry);
      watch(entry, firstPause);
    },

    async stop(order: readonly string[]): Promise<void> {
      stopping.abort();
      for (const name of order) {
        const entry = kept.get(name);
        if (!entry) continue;
        await entry.busy;
        await stopOne(entry, hurrying.signal);
      }
    },

    hurry(): void {
      hurrying.abort();
    },
  };
}

async function stopOne({ process }: Kept, hurry: AbortSignal): Promise<void> {
  const ended = process.stop(hurry.aborted ? 0 : undefined);
  const force = (): void => void process.stop(0);
  hurry.addEventListener('abort', force, { once: true });
  await ended;
  hurry.removeEventListener('abort', force);
}
