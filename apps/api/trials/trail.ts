import { Inject, Injectable } from '@nestjs/common';
import type { Step } from '../../../scenarios/scenario.ts';
import { clockOf } from '../../../workflows/trial-clock.ts';
import type { Admitted } from '../access/caller.ts';
import { Temporal } from '../temporal.ts';
import { TrailQueries } from './trail.queries.ts';
import { stepOf } from './trail.step.ts';

/** A write that is about to be made. */
export interface Attempt {
  readonly route: string;
  readonly admitted: Admitted;
  readonly body: Readonly<Record<string, unknown>>;
  readonly as?: string | undefined;
  readonly incidentId?: string | undefined;
}

/** Writes down what is done in trials, so that a trial can be taken away as a scenario. */
@Injectable()
export class Trail {
  constructor(
    @Inject(TrailQueries) private readonly queries: TrailQueries,
    @Inject(Temporal) private readonly temporal: Temporal,
  ) {}

  /** The act as a scenario would write it, judged by where the trial stands before it is made; null for what leaves no trace. */
  async stepOf({ route, admitted, body, as, incidentId }: Attempt): Promise<Step | null> {
    const { case: found, task } = admitted;
    if (!found) return stepOf({ route, body });
    if (!found.trial) return null;
    const { cases, openTasks } = await this.queries.standingOf(found.family);
    const alike = openTasks.filter(({ elementId }) => elementId === task?.elementId);
    const incident = incidentId === undefined ? undefined : this.queries.elementOfIncident(found.id, incidentId);
    return stepOf({
      route,
      body,
      as,
      elementId: task?.elementId ?? (await incident),
      nth: 1 + alike.findIndex(({ id }) => id === task?.id),
      child: cases.findIndex(({ id }) => id === found.id),
    });
  }

  /** Once it is made, with what is open then. */
  async note(caseId: string, step: Step): Promise<void> {
    const known = await this.queries.familyOf(caseId);
    if (!known) return;
    const { family, openedBy } = known;
    const { cases, openTasks } = await this.queries.standingOf(family);
    const clock = (await clockOf(this.temporal.client, family)) ?? Date.now();
    const open = openTasks.map(({ elementId }) => elementId);
    await this.queries.add(family, openedBy, { step, open, status: cases[0]?.status ?? '', clock });
  }

  /** To each family of these cases once. */
  async noteAll(caseIds: readonly string[], step: Step): Promise<void> {
    const families = await Promise.all(caseIds.map((id) => this.queries.familyOf(id)));
    for (const family of new Set(families.flatMap((known) => known?.family ?? []))) await this.note(family, step);
  }
}
