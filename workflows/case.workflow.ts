import { allHandlersFinished, condition, continueAsNew, setHandler, sleep, workflowInfo } from '@temporalio/workflow';
import {
  caseClockQuery,
  casePositionQuery,
  caseStandingQuery,
  caseStateQuery,
  commandKinds,
  commandUpdate,
  reconcileSignal,
} from './case.messages.ts';
import type { CaseInput } from './case.messages.ts';
import { openCourse } from './case/course.ts';
import { inputOfNextRun } from './case/position.ts';

/**
 * A case of any procedure: commands come in, effects go out, and one loop waits for the next of {command, nearest alarm}.
 * Its workflow type is the procedure's key; all that is particular to a procedure is in the model it was opened with.
 */
export default async function caseWorkflow(input: CaseInput): Promise<void> {
  const course = openCourse(input, clockReaches(input.notBefore));
  const state = () => course.position().state;
  const historyFull = (): boolean => workflowInfo().continueAsNewSuggested;

  for (const kind of commandKinds) {
    setHandler(commandUpdate(kind), (command) => course.take(command), {
      validator: (command) => course.judge(command),
    });
  }
  setHandler(caseStateQuery, state);
  setHandler(casePositionQuery, () => ({ environment: course.position().environment, state: state() }));
  setHandler(caseStandingQuery, () => course.standing());
  setHandler(caseClockQuery, () => Date.now());
  setHandler(reconcileSignal, async () => void (await course.reconcile()));
  course.resume();

  while (!course.ended()) {
    const alarmAt = state().nextAlarmAt;
    const moved = (): boolean =>
      state().nextAlarmAt !== alarmAt || course.ended() || historyFull() || course.defective();
    const due = await alarmRings(alarmAt, moved);
    course.assertSound();
    if (due) {
      await course.tick();
      if (state().nextAlarmAt === alarmAt) throw new Error(`the alarm at ${alarmAt} does not move when it rings`);
    }
    if (historyFull() && !course.ended()) {
      await condition(() => (allHandlersFinished() && course.idle()) || course.defective());
      course.assertSound();
      if (!course.ended())
        return continueAsNew<typeof caseWorkflow>(inputOfNextRun(input, course.position(), course.pending()));
    }
  }
  // The parent hears of the end, and whoever asked last is answered, before the run closes.
  await condition(() => (course.settled() && allHandlersFinished()) || course.defective());
  course.assertSound();
}

/** True when the alarm is due before anything has moved. */
async function alarmRings(alarmAt: number | null, moved: () => boolean): Promise<boolean> {
  if (alarmAt === null) {
    await condition(moved);
    return false;
  }
  const wait = alarmAt - Date.now();
  return wait <= 0 ? !moved() : !(await condition(moved, wait));
}

/** A child opened in a trial computes nothing before its clock has reached its parent's. */
async function clockReaches(instant: number | undefined): Promise<void> {
  if (instant !== undefined && instant > Date.now()) await sleep(instant - Date.now());
}
