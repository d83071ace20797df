import { CaseError } from '../../domain/errors.ts';
import { keepAside } from '../aside/complete-aside.ts';
import { writeLists, writeRecord } from '../cases/records.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Variables } from '../command.ts';
import type { Element } from '../model.ts';
import { writeVariables } from '../scopes/variables.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { goOn } from '../tokens/instances.ts';
import { requireCandidate } from './candidate.ts';
import { admitPerson, dismiss } from './circle.ts';
import { completeBeside } from './complete-beside.ts';
import { conclude } from './conclude.ts';
import { openTaskOf } from './find-task.ts';
import { handBack } from './hand-over.ts';
import { opinionIn } from './opinion.ts';
import { rememberDoer, requireFitActor } from './separate.ts';
import { signed } from './sign.ts';
import { rememberStep } from './trail.ts';

/** 办结: variables and outcome are written, ledger records too, and the token goes on. A delegated task goes back to its owner instead. */
export function completeTask(step: Step, { taskId, outcome, variables = {}, comment }: ActOf<'completeTask'>): void {
  const task = openTaskOf(step, taskId);
  requireCandidate(step, task);
  const handsBack = isDelegates(step, task) && (task.kind === 'step' || step.since(3));
  const chosen = handsBack && outcome === undefined ? undefined : outcomeOf(task, outcome);
  markOvertaken(step, task);
  const by = step.command.actor?.user;
  if (handsBack) {
    rememberDoer(step, task);
    if (task.kind === 'step') writeVariables(step, task.instance, variables);
    if (task.kind === 'adhoc') keepAside(step, task, variables);
    handBack(step, task, chosen, comment);
    return;
  }
  const person = step.command.actor?.onBehalfOf ?? by;
  requireFitActor(step, task);
  if (task.kind !== 'step') {
    completeBeside(step, task, { outcome: chosen, comment, variables });
    return;
  }
  const element = step.element(task.ref, task.element);
  const isSigned = step.draft.instances.need(task.instance).sign !== undefined;
  const lists = writeRecords(step, task, element, variables);
  const own = kept(element, { ...variables, ...lists });
  writeVariables(step, task.instance, isSigned ? own : withOutcome(own, task, chosen));
  conclude(step, task, { outcome: chosen, comment, answers: opinionIn(variables) });
  if (by !== undefined) admitPerson(step, task, step.command.actor?.onBehalfOf ?? by);
  dismiss(step, task);
  rememberStep(step, task, person ?? null);
  rememberDoer(step, task);
  if (isSigned) signed(step, task, chosen, comment);
  else goOn(step, task.instance, 'leave');
}

/** Someone else than the owner has it; the owner himself ends it for good. Who plays every role plays the delegate's. */
function isDelegates(step: Step, { owner, assignee }: Task): boolean {
  const { actor } = step.command;
  if (owner === null || owner === assignee) return false;
  return actor?.everyRole === true || (actor?.onBehalfOf ?? actor?.user) !== owner;
}

function outcomeOf({ outcomes, id }: Task, outcome: string | undefined): string | undefined {
  if (outcomes.length === 0) return outcome;
  const chosen = outcome ?? (outcomes.length === 1 ? outcomes[0] : undefined);
  if (chosen !== undefined && outcomes.includes(chosen)) return chosen;
  throw new CaseError('UNKNOWN_OUTCOME', `办理结果应是其中之一：${outcomes.join('、')}。`, { taskId: id, outcomes });
}

function withOutcome(variables: Variables, { element }: Task, outcome: string | undefined): Variables {
  return outcome === undefined ? variables : { ...variables, outcome, [`${element}_outcome`]: outcome };
}

/** Variables that become ledger records are not kept in the state, but for those of ld:keeps. */
function kept({ task }: Element, variables: Variables): Variables {
  const records = new Set(task?.records.map(({ variable }) => variable));
  for (const variable of task?.keeps ?? []) records.delete(variable);
  return records.size === 0
    ? variables
    : Object.fromEntries(Object.entries(variables).filter(([name]) => !records.has(name)));
}

/** Answers the lists that became records, each element with the id of its record. */
function writeRecords(step: Step, task: Task, element: Element, variables: Variables): Variables {
  const from = { agency: task.agency, elementId: task.element };
  const written = writeLists(step, element.task?.records ?? [], variables, from);
  if (task.letter !== null) {
    writeRecord(step, { ledger: 'letter', data: { type: task.letter, taskName: task.name } }, from);
  }
  return written;
}

/** What was handed in before an alarm's moment is in time, although the alarm rang before it could be applied. */
function markOvertaken(step: Step, { id, element }: Task): void {
  const { receivedAt } = step.command;
  for (const alarm of step.draft.alarms.of(id)) {
    if (alarm.firedAt === null || alarm.at < receivedAt) continue;
    step.draft.alarms.edit(alarm.id).overtaken = true;
    step.journal(
      'alarm-overtaken',
      { elementId: element, taskId: id },
      { alarmId: alarm.id, at: alarm.at, receivedAt },
    );
  }
}
