import { trigger } from '../elements/trigger.ts';
import type { Alarm } from '../task.ts';
import type { Step } from '../step.ts';
import { ladderOf } from '../tasks/clock.ts';
import { runToRest } from '../tokens/run.ts';
import { armAgain } from './timer.ts';
import { dueAlarmsOf, isArmed } from './armed.ts';

const minute = 60_000;
/** More than so many are left for the next tick, which follows at once. */
const alarmsPerTick = 10_000;

/** Fires everything that is due, in order of time, each once; what comes due meanwhile too. */
export function tick(step: Step): void {
  let left = alarmsPerTick;
  for (let due = dueNow(step); due.length > 0 && left > 0; due = dueNow(step)) {
    const { counter } = step.draft.case;
    for (const { id } of due) {
      const alarm = step.draft.alarms.find(id);
      if (!alarm || !isArmed(clocksOf(step), alarm)) continue;
      fire(step, alarm);
      runToRest(step);
      left -= 1;
      // A new timer may be due before those that still wait.
      if (left === 0 || step.draft.case.counter !== counter) break;
    }
  }
}

const dueNow = (step: Step): Alarm[] => dueAlarmsOf(clocksOf(step), step.now);

function clocksOf({ draft: { case: current, alarms, tasks } }: Step) {
  return { status: current.status, alarms: alarms.result(), tasks: tasks.result() };
}

function fire(step: Step, alarm: Alarm): void {
  step.draft.alarms.edit(alarm.id).firedAt = step.now;
  const late = step.now - alarm.at > minute;
  const { id, kind, level, at, element } = alarm;
  const { taskId } = alarm;
  step.journal(
    'alarm-fired',
    { elementId: element, ...(taskId === null ? {} : { taskId }) },
    {
      alarmId: id,
      kind,
      level,
      at,
      late,
    },
  );
  if (alarm.taskId !== null) tell(step, alarm, alarm.taskId);
  if (alarm.instance === null) return;
  step.draft.ended.push(id);
  const { ref } = step.draft.instances.need(alarm.instance);
  const event = step.element(ref, element);
  if (event.interrupting === false) armAgain(step, alarm);
  trigger(step, alarm.instance, element, {});
}

function tell(step: Step, alarm: Alarm, taskId: string): void {
  const { clock } = step.draft.tasks.need(taskId);
  if (!clock) return;
  const ladder = ladderOf(step, clock);
  const rung = ladder.rungs.find(({ level }) => alarm.kind === 'rung' && level === alarm.level);
  const takers = ['assignee', 'candidates'];
  step.effect({
    kind: 'notify',
    taskId,
    alarmId: alarm.id,
    level: alarm.level ?? 0,
    action: rung?.action ?? (alarm.kind === 'due' ? 'due' : 'remind'),
    tell: rung?.tell ?? (alarm.kind === 'reminder' ? (ladder.remind ?? takers) : takers),
  });
}
