import { Inject, Injectable } from '@nestjs/common';
import { CaseError } from '../../../domain/errors.ts';
import { isoOf } from '../../../domain/instant.ts';
import { firesOf } from '../../../scenarios/fires.ts';
import { targetOf } from '../../../scenarios/target.ts';
import { clockOf } from '../../../workflows/trial-clock.ts';
import { fastForwardFamily, nextAlarmOf } from '../../../workflows/trial-family.ts';
import type { CaseObject } from '../access/object.queries.ts';
import { Settling } from '../commands/settling.ts';
import { alarmOf } from '../tasks/task.row.ts';
import { Temporal } from '../temporal.ts';
import { lengthOf, refuseBeyondTime } from './length.ts';
import { Trail } from './trail.ts';
import { TrialQueries } from './trial.queries.ts';
import type { FastForward, Forwarded } from './trial.schema.ts';

/** The moved clock of a trial and its family. */
@Injectable()
export class TrialClock {
  constructor(
    @Inject(TrialQueries) private readonly queries: TrialQueries,
    @Inject(Temporal) private readonly temporal: Temporal,
    @Inject(Settling) private readonly settling: Settling,
    @Inject(Trail) private readonly trail: Trail,
  ) {}

  /** Moves the trial and its whole family; answers every alarm that fired on the way, in order. */
  async fastForward({ id, family, trial }: CaseObject, { by, to }: FastForward): Promise<Forwarded> {
    if (!trial) throw new CaseError('NOT_A_TRIAL', '只有试运行可以快进时间');
    const clock = await clockOf(this.temporal.client, id);
    if (clock === null) throw new CaseError('CASE_CLOSED', '试运行已经结束，不能再快进');
    const before = new Set((await this.queries.fired(family)).map(({ caseId, id: alarm }) => `${caseId} ${alarm}`));
    const members = {
      members: () => this.queries.members(family),
      pendingDeliveries: () => this.queries.pendingDeliveries(family),
    };
    const length = to === undefined ? lengthOf(by ?? '', clock) : await this.lengthTo(to, clock, members);
    refuseBeyondTime(clock + length, to === undefined ? 'by' : 'to');
    const now = await fastForwardFamily(this.temporal.client, { caseId: id, family: members }, length);
    const settled = await this.settling.atRest(family);
    const fired = (await this.queries.fired(family)).filter(
      ({ caseId, id: alarm }) => !before.has(`${caseId} ${alarm}`),
    );
    const fires = firesOf(fired);
    const step = to === undefined ? { wait: by ?? '' } : { until: to };
    await this.trail.note(id, Object.keys(fires).length === 0 ? step : { ...step, fires });
    return { now: isoOf(now), fired: fired.map(({ caseId, ...alarm }) => ({ ...alarmOf(alarm), caseId })), settled };
  }

  private async lengthTo(to: string, clock: number, members: Parameters<typeof nextAlarmOf>[1]): Promise<number> {
    const next = to === 'next-alarm' ? await nextAlarmOf(this.temporal.client, members) : null;
    if (to === 'next-alarm' && next === null)
      throw new CaseError('NO_ALARM', '试运行中没有提醒、期限或定时在等待，时间前进到哪里请写明日期或时长');
    const target = targetOf(to, clock, next);
    if (target === null)
      throw new CaseError(
        'INVALID_DURATION',
        `“${to}”不是之后的时间，应写作 2026-10-15、2026-10-15T09:00:00+08:00 或 next-alarm`,
        {
          defects: [{ code: 'INVALID_DURATION', message: '应是之后的日期、时刻，或 next-alarm', path: 'to' }],
        },
      );
    return Math.max(target - clock, 1);
  }
}
