import type { CaseState } from '../../../engine/state.ts';
import type { Alarm } from '../../../engine/task.ts';
import { isoOf } from '../../../domain/instant.ts';
import type { CasePlan } from './plan.schema.ts';

type Alarms = Pick<CasePlan, 'alarms' | 'dropped'>;

/** Alarms after a migration, each with its time before; those that are armed no more. A clock that moves gives its alarms new ids. */
export function alarmsIn(before: CaseState, after: CaseState): Alarms {
  const left = new Map(standing(before).map((alarm) => [alarm.id, alarm]));
  const found = standing(after).map((alarm) => {
    const same = left.get(alarm.id) ?? [...left.values()].find((one) => isLike(one, alarm, after));
    if (same) left.delete(same.id);
    return shown(alarm, same ? isoOf(same.at) : null);
  });
  const gone = [...left.values()].filter(({ firedAt }) => firedAt === null);
  return {
    alarms: found,
    dropped: gone.map(({ element, taskId, at }) => {
      return { kind: 'alarm', elementId: element, taskId, at: isoOf(at), name: null };
    }),
  };
}

const standing = ({ alarms }: CaseState): Alarm[] => Object.values(alarms).filter(({ cancelled }) => !cancelled);

/** One that has been planned anew: of the same task, kind and level, or of the same waiting instance. */
function isLike(old: Alarm, now: Alarm, { alarms }: CaseState): boolean {
  if (old.firedAt !== null || alarms[old.id]?.cancelled !== true || now.firedAt !== null) return false;
  if (old.kind !== now.kind || old.taskId !== now.taskId || old.instance !== now.instance) return false;
  return old.taskId === null ? old.element === now.element : old.level === now.level;
}

const shown = (
  { id, taskId, element, kind, level, at, firedAt, overtaken = false }: Alarm,
  before: string | null,
): CasePlan['alarms'][number] => {
  const fired = firedAt === null ? null : isoOf(firedAt);
  return { id, taskId, elementId: element, kind, level, at: isoOf(at), firedAt: fired, overtaken, before };
};
