import { Inject, Injectable } from '@nestjs/common';
import { agenciesSeenBy, namesOf, overseesAll } from '../../../domain/access.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import type { Steps } from './dashboard.schema.ts';
import { SummaryQueries } from './summary.queries.ts';

const fresh = 10 * 60_000;
const most = 200;

/** A year's step times, kept for ten minutes for each circle: they are statistics, and take a second over a large city. */
@Injectable()
export class StepTimes {
  private readonly kept = new Map<string, { readonly at: number; readonly steps: Promise<Steps> }>();

  constructor(@Inject(SummaryQueries) private readonly summary: SummaryQueries) {}

  of(caller: Caller): Promise<Steps> {
    const circle = overseesAll(caller) ? 'all' : JSON.stringify([namesOf(caller), agenciesSeenBy(caller)]);
    const now = Date.now();
    const known = this.kept.get(circle);
    if (known && now - known.at < fresh) return known.steps;
    const steps = this.read(caller, now);
    this.kept.delete(circle);
    this.kept.set(circle, { at: now, steps });
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most) break;
      this.kept.delete(oldest);
    }
    // What failed is asked for again.
    steps.catch(() => this.kept.delete(circle));
    return steps;
  }

  private async read(caller: Caller, now: number): Promise<Steps> {
    return { at: isoOf(now), items: [...(await this.summary.steps(caller, new Date(now)))] };
  }
}
