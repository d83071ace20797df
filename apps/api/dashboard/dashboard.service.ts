import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import type { Scope } from './board.scope.ts';
import { ClimbQueries, weekBefore } from './climb.queries.ts';
import type { Climbs, ClimbsQuery, StalledList, StalledQuery, Summary } from './dashboard.schema.ts';
import type { Comparison, Progress, Steps, StepsQuery, Throughput } from './figures.schema.ts';
import { KeptFigures } from './kept-figures.ts';
import { ProgressQueries } from './progress.queries.ts';
import { SightQueries } from './sight.queries.ts';
import { countedUpTo, StalledQueries } from './stalled.queries.ts';
import { StepQueries } from './step.queries.ts';
import { SummaryQueries } from './summary.queries.ts';
import { ThroughputQueries } from './throughput.queries.ts';

/** What the board shows and what its sheets hold: the same answers. */
@Injectable()
export class DashboardService {
  constructor(
    @Inject(SightQueries) private readonly sights: SightQueries,
    @Inject(StalledQueries) private readonly stalledCases: StalledQueries,
    @Inject(SummaryQueries) private readonly summaries: SummaryQueries,
    @Inject(ClimbQueries) private readonly climbed: ClimbQueries,
    @Inject(ProgressQueries) private readonly underWay: ProgressQueries,
    @Inject(StepQueries) private readonly times: StepQueries,
    @Inject(ThroughputQueries) private readonly done: ThroughputQueries,
    @Inject(KeptFigures) private readonly kept: KeptFigures,
  ) {}

  async stalled(caller: Caller, { reason, limit, ...scope }: StalledQuery): Promise<StalledList> {
    const at = new Date();
    const [sight, missing] = await Promise.all([this.sights.of(caller, scope), this.stalledCases.missing(at)]);
    const [rows, byReason] = await Promise.all([
      this.stalledCases.rows(sight, { at, missing, reason, limit }),
      this.stalledCases.counts(sight, { at, missing }),
    ]);
    return {
      items: rows.map(({ since, ...row }) => ({ ...row, since: isoOf(since) })),
      total: Object.values(byReason).reduce((sum, count) => sum + count, 0),
      byReason,
      upTo: countedUpTo,
      at: isoOf(at.getTime()),
    };
  }

  async summary(caller: Caller, scope: Scope): Promise<Summary> {
    const now = new Date();
    return { at: isoOf(now.getTime()), ...(await this.summaries.all(await this.sights.of(caller, scope), now)) };
  }

  async climbs(caller: Caller, { limit, ...scope }: ClimbsQuery): Promise<Climbs> {
    const at = new Date();
    const sight = await this.sights.of(caller, scope);
    const [rows, total] = await Promise.all([this.climbed.rows(sight, { at, limit }), this.climbed.count(sight, at)]);
    const items = rows.map(({ climbedAt, ...row }) => ({ ...row, climbedAt: isoOf(climbedAt) }));
    return { at: isoOf(at.getTime()), since: isoOf(weekBefore(at).getTime()), total, items };
  }

  async progress(caller: Caller, scope: Scope): Promise<Progress> {
    const now = new Date();
    return { at: isoOf(now.getTime()), ...(await this.underWay.of(await this.sights.of(caller, scope), now)) };
  }

  steps(caller: Caller, { limit, ...scope }: StepsQuery): Promise<Steps> {
    return this.kept.of(caller, ['steps', scope, limit], async (at) =>
      this.times.of(await this.sights.of(caller, scope), limit, at),
    );
  }

  throughput(caller: Caller, scope: Scope): Promise<Throughput> {
    return this.kept.of(caller, ['throughput', scope], async (at) =>
      this.done.months(await this.sights.of(caller, scope), at),
    );
  }

  comparison(caller: Caller, scope: Scope): Promise<Comparison> {
    return this.kept.of(caller, ['comparison', scope], async (at) =>
      this.done.agencies(await this.sights.of(caller, scope), at),
    );
  }
}
