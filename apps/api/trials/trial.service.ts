import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { Caller } from '../access/caller.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { CaseService } from '../cases/case.service.ts';
import type { ChangedCase } from '../cases/case.schema.ts';
import type { Envelope } from '../commands/envelope.ts';
import { Settling } from '../commands/settling.ts';
import { alarmOf } from '../tasks/task.row.ts';
import { Temporal } from '../temporal.ts';
import { clockOf } from '../../../workflows/trial-clock.ts';
import { fastForwardFamily } from '../../../workflows/trial-family.ts';
import { lengthOf } from './length.ts';
import { TrialQueries } from './trial.queries.ts';
import type { Forwarded, OpenTrial } from './trial.schema.ts';

/** Trial runs on the real server, with a clock that can be moved. */
@Injectable()
export class TrialService {
  constructor(
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(TrialQueries) private readonly queries: TrialQueries,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(Settling) private readonly settling: Settling,
  ) {}

  open({ startEvent, ...trial }: OpenTrial, caller: Caller, envelope: Envelope): Promise<ChangedCase> {
    return this.cases.open({ ...trial, startEventId: startEvent, trial: true }, caller, envelope);
  }

  /** Moves the trial and its whole family; answers every alarm that fired on the way, in order. */
  async fastForward({ id, family, trial }: CaseObject, by: string): Promise<Forwarded> {
    if (!trial) throw new CaseError('NOT_A_TRIAL', '只有试运行可以快进时间');
    const clock = await clockOf(this.temporal.client, id);
    if (clock === null) throw new CaseError('CASE_CLOSED', '试运行已经结束，不能再快进');
    const before = new Set((await this.queries.fired(family)).map(({ caseId, id: alarm }) => `${caseId} ${alarm}`));
    const members = {
      members: () => this.queries.members(family),
      pendingDeliveries: () => this.queries.pendingDeliveries(family),
    };
    const now = await fastForwardFamily(this.temporal.client, { caseId: id, family: members }, lengthOf(by, clock));
    const settled = await this.settling.atRest(family);
    const fired = (await this.queries.fired(family)).filter(
      ({ caseId, id: alarm }) => !before.has(`${caseId} ${alarm}`),
    );
    return { now: isoOf(now), fired: fired.map(({ caseId, ...alarm }) => ({ ...alarmOf(alarm), caseId })), settled };
  }
}
