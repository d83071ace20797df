import type { Instant } from '../../domain/time.ts';
import type { CaseState } from '../state.ts';
import type { Alarm, Task } from '../task.ts';

type Clocks = Pick<CaseState, 'status' | 'alarms' | 'tasks'>;

/** Alarms that can still fire: a suspended case or task stops internal clocks and timers, never custody or statutory ones. */
export function isArmed({ status, tasks }: Clocks, alarm: Alarm): boolean {
  if (alarm.firedAt !== null || alarm.cancelled) return false;
  const task = alarm.taskId === null ? undefined : tasks[alarm.taskId];
  if (alarm.taskId !== null && !isOpen(task)) return false;
  if (task?.status === 'suspended') return false;
  return (
    status !== 'suspended' || (task?.clock !== null && task?.clock.rule.clock !== 'internal' && task !== undefined)
  );
}

const isOpen = (task: Task | undefined): boolean => task?.status === 'open' || task?.status === 'suspended';

/** Everything due by then, in order. */
export function dueAlarmsOf(clocks: Clocks, now: Instant): Alarm[] {
  const due = Object.values(clocks.alarms).filter((alarm) => alarm.at <= now && isArmed(clocks, alarm));
  return due.toSorted((a, b) => (isBefore(a, b) ? -1 : 1));
}

function nextAlarmOf(clocks: Clocks): Alarm | null {
  let next: Alarm | null = null;
  for (const alarm of Object.values(clocks.alarms)) {
    if (isArmed(clocks, alarm) && (next === null || isBefore(alarm, next))) next = alarm;
  }
  return next;
}

export const nextAlarmAtOf = (clocks: Clocks): Instant | null => nextAlarmOf(clocks)?.at ?? null;

/** In order of time, then of arming. */
function isBefore(a: Alarm, b: Alarm): boolean {
  return a.at === b.at ? Number(a.id.slice(1)) < Number(b.id.slice(1)) : a.at < b.at;
}
