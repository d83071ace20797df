import { Inject, Injectable } from '@nestjs/common';
import { isoOf } from '../../../domain/instant.ts';
import { TrailQueries } from './trail.queries.ts';
import type { TrialTrail } from './trial.schema.ts';

@Injectable()
export class TrailReader {
  constructor(@Inject(TrailQueries) private readonly queries: TrailQueries) {}

  async of(family: string): Promise<TrialTrail> {
    const acts = await this.queries.acts(family);
    return {
      items: acts.map(({ n, step, open, status, clock }) => ({
        n,
        step: { ...step } as TrialTrail['items'][number]['step'],
        openTasks: [...open],
        status,
        now: isoOf(clock),
      })),
    };
  }
}
