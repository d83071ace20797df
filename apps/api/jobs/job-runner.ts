import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

/** What a round found: nothing to do, work that it did, or work that another process is at. */
export type Round = 'nothing' | 'done' | 'elsewhere';

/** Milliseconds until another try. */
const again = 2_000;

/**
 * Ordered work in the background: begun at the start and with each order, one round after the other until nothing is left.
 * An outage is waited out; a stop lets what is under way end.
 */
export abstract class JobRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log: Logger;
  private running: Promise<void> = Promise.resolve();
  private readonly stopped = new AbortController();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    name: string,
    /** What waits during an outage, for the log. */
    private readonly work: string,
    /** Milliseconds between two looks, where the order comes from another process. */
    private readonly every?: number,
  ) {
    this.log = new Logger(name);
  }

  protected abstract round(): Promise<Round>;

  onApplicationBootstrap(): void {
    this.begin();
    if (this.every !== undefined) this.timer = setInterval(() => this.begin(), this.every).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopped.abort();
    await this.running;
  }

  /** After what is under way. */
  begin(): void {
    this.running = this.running.then(() => this.all());
  }

  protected get stopping(): boolean {
    return this.stopped.signal.aborted;
  }

  /** Ends early when the process stops. */
  protected async rest(time = again): Promise<void> {
    await pause(time, undefined, { signal: this.stopped.signal }).catch(ignoreAbort);
  }

  private async all(): Promise<void> {
    while (!this.stopping) {
      try {
        const found = await this.round();
        if (found === 'nothing') return;
        if (found === 'elsewhere') await this.rest();
      } catch (error) {
        this.log.warn(`${this.work} waits and goes on by itself: ${String(error)}`);
        await this.rest();
      }
    }
  }
}

function ignoreAbort(error: unknown): void {
  if ((error as Error).name !== 'AbortError') throw error;
}
