import { CaseError } from '../../domain/errors.ts';
import { holdersOf } from '../../domain/access.ts';
import { extendDeadline } from '../../domain/deadline.ts';
import type { CivilDate } from '../../domain/time.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Actor } from '../command.ts';
import type { Task, TaskClock } from '../task.ts';
import type { Step } from '../step.ts';
import { agencyOfApprover, approverOf } from './approver.ts';
import { isCandidate } from './candidate.ts';
import { admit, isConfined, ruleOf } from './circle.ts';
import { calendarOf } from './clock.ts';
import { moveClock } from './deadline.ts';
import { liveTaskOf } from './find-task.ts';

type Asked = { readonly until: CivilDate } | { readonly by: string };

/** 延期: at once by one who may approve it, else by a task for one who may. Only before expiry, and no more often than the period allows. */
export function extendTask(step: Step, { taskId, until, by }: ActOf<'extendTask'>): void {
  const task = liveTaskOf(step, taskId);
  const asked = askedOf(until, by);
  const clock = extensibleClock(step, task, asked);
  const { actor } = step.command;
  if (actor === null || mayApprove(step, task, actor)) {
    applyExtension(step, task, clock, asked);
    return;
  }
  if (!isCandidate(task, actor, step.draft.case.openedBy)) {
    throw new CaseError('NOT_YOURS', '该任务不由您办理，不能申请延期。', { taskId });
  }
  if (step.draft.tasks.of(task.instance).some(({ asks, status }) => asks?.taskId === taskId && status === 'open')) {
    throw new CaseError('EXTENSION_PENDING', '该任务已有待审批的延期申请。', { taskId });
  }
  ask(step, task, asked);
}

function askedOf(until: CivilDate | undefined, by: string | undefined): Asked {
  if (until !== undefined && by === undefined) return { until };
  if (by !== undefined && until === undefined) return { by };
  throw new CaseError('INVALID_EXTENSION', '请写明延至的日期（until）或延长的时长（by），二者选一。');
}

/** Judged by the moment the request came in. */
function extensibleClock(step: Step, task: Task, asked: Asked): TaskClock {
  const { clock, id } = task;
  if (!clock) throw new CaseError('NO_DEADLINE', '该任务没有期限，无需延期。', { taskId: id });
  if (step.command.receivedAt >= clock.due.dueAt) {
    throw new CaseError('EXPIRED', '期限已经届满，不能再延期。', { taskId: id, dueOn: clock.due.dueOn });
  }
  const period = step.rulebook.periods[clock.rule.period ?? ''];
  if (period?.extension && clock.extensions >= period.extension.times) {
    throw new CaseError('EXTENSION_LIMIT', `该期限最多可延长 ${period.extension.times} 次。`, { taskId: id });
  }
  extendDeadline(clock.rule, clock.due, asked, calendarOf(step, task.agency));
  return clock;
}

/** Heads, but not a supervised unit's own; the commission's supervisor, an operator; in a trial its opener. */
function mayApprove(step: Step, task: Task, actor: Actor): boolean {
  if (actor.everyRole || actor.operator || actor.roles.includes('supervisor')) return true;
  if (actor.roles.includes(approverOf(step, task))) return true;
  if (task.role?.startsWith('unit.') && step.since(7)) return false;
  const isHead = actor.roles.some((role) => role.endsWith('.head'));
  return isHead && (task.agency === null || actor.agency === task.agency);
}

export function applyExtension(step: Step, task: Task, clock: TaskClock, asked: Asked): void {
  const move = 'until' in asked ? { kind: 'until' as const, ...asked } : { kind: 'by' as const, ...asked };
  const changed = { ...clock, moves: [...clock.moves, move], extensions: clock.extensions + 1 };
  moveClock(step, task.id, changed, 'extension');
  if (step.since(3)) step.draft.tasks.edit(task.id).touched = true;
}

function ask(step: Step, task: Task, asked: Asked): void {
  const id = `${step.draft.case.caseId}.${step.draft.nextId('t')}`;
  const role = approverOf(step, task);
  const agency = agencyOfApprover(task, role);
  const people = isConfined(step, task) ? [] : [holdersOf(role)];
  admit(step, ruleOf(step, task), { agency, role, people });
  const { touched: _touched, fired: _fired, ...about } = { ...task, suspendedAt: null };
  if (step.since(3)) step.draft.tasks.edit(task.id).touched = true;
  step.draft.tasks.add(id, {
    ...(step.since(3) ? about : task),
    id,
    kind: 'extension',
    name: `延期审批：${task.name}`,
    agency,
    role,
    candidateUsers: [],
    assignee: null,
    owner: null,
    status: 'open',
    outcomes: ['approve', 'reject'],
    form: null,
    letter: null,
    clock: null,
    openedAt: step.now,
    asks: { taskId: task.id, ...asked },
  });
  step.journal(
    'extension-asked',
    { elementId: task.element, taskId: task.id },
    { ...asked, approval: id, dueOn: task.clock?.due.dueOn ?? null },
  );
}
