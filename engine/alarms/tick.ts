import { trigger } from '../elements/trigger.ts';
import type { Alarm } from '../state.ts';
import type { Step } from '../step.ts';
import { ladderOf } from '../tasks/clock.ts';
import { runToRest } from '../tokens/run.ts';
import { armAgain } from './timer.ts';
import { nextAlarmOf } from './armed.ts';

const minute = 60_000;
/** More than so many are left for the next tick, which follows at once. */
const alarmsPerTick = 10_000;

/** Fires everything that is due, in order of time, each once; what comes due meanwhile too. */
export function tick(step: Step): void {
  for (let fired = 0; fired < alarmsPerTick; fired += 1) {
    const { case: current, alarms, tasks } = step.draft;
    const alarm = nextAlarmOf({ status: current.status, alarms: alarms.result(), tasks: tasks.result() });
    if (!alarm || alarm.at > step.now) return;
    fire(step, alarm);
    runToRest(step);
  }
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
