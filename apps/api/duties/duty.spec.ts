import type { OpeningCycle } from '../../../domain/opening-cycle.ts';
import type { CivilDate } from '../../../domain/time.ts';
import { dutyScheduleId, openDutiesWorkflow } from '../../../workflows/duties.messages.ts';
import type { DaySchedule } from '../schedules/day-schedule.ts';
import type { DutyList } from './duty.store.ts';

/** The schedule of a list and cycle; a list that is not in force has none. */
export function dutySchedule(
  { id, status }: Pick<DutyList, 'id' | 'status'>,
  cycle: OpeningCycle,
  days: readonly CivilDate[],
): DaySchedule {
  return {
    id: dutyScheduleId(id, cycle),
    workflow: openDutiesWorkflow,
    input: { list: id, cycle },
    days: status === 'active' || status === 'paused' ? days : [],
    paused: status === 'paused' ? '清单已暂停' : null,
  };
}
