import { isoOf } from '../../../domain/instant.ts';
import type { CaseState } from '../../../engine/state.ts';
import type { Alarm } from '../../../engine/task.ts';
import type { Loaded } from './calendar.schema.ts';

/** Alarms of a case that are armed for another moment, matched in order within the same step, kind and level. */
export function movedAlarms(caseId: string, before: CaseState, after: CaseState): Loaded['moved'] {
  const groups = Map.groupBy(armedIn(after), keyOf);
  const pairs = armedIn(before).map((alarm) => {
    return { alarm, from: alarm.at, to: groups.get(keyOf(alarm))?.shift()?.at ?? null };
  });
  const added = [...groups.values()].flat().map((alarm) => ({ alarm, from: null, to: alarm.at }));
  return [...pairs, ...added]
    .filter(({ from, to }) => from !== to)
    .map(({ alarm: { id, taskId, kind, level }, from, to }) => ({
      caseId,
      alarmId: id,
      taskId,
      kind,
      level,
      from: from === null ? null : isoOf(from),
      to: to === null ? null : isoOf(to),
    }));
}

const armedIn = ({ alarms }: CaseState): Alarm[] =>
  Object.values(alarms).filter(({ firedAt, cancelled }) => firedAt === null && !cancelled);

const keyOf = ({ taskId, kind, level, id }: Alarm): string => (taskId ? `${taskId} ${kind} ${level}` : id);
