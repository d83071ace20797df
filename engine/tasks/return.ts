import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import type { Json } from '../command.ts';
import type { Siblings } from '../model.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { keepingBranches } from '../tokens/keep-branches.ts';
import { rewind, type Rewinding } from '../tokens/rewind.ts';
import { requireCandidate } from './candidate.ts';
import { openTaskOf, requireStep } from './find-task.ts';
import { othersInside, requireNoTracks, wayBackTo, wayBackToFirst, type WayBack } from './way-back.ts';

/**
 * 退回: back to an earlier step of the same scope or one around it. What came of that step since is taken back; parallel
 * work that does not come from it stays, and where it had been joined already it waits in the join again. Of parallel
 * work that does come from it the rule of the step decides, else whoever returns it: cancelled, kept, or not at all.
 */
export function returnTask(step: Step, { taskId, toElementId, siblings: wish }: ActOf<'returnTask'>): void {
  const task = returnable(step, taskId);
  const siblings = ruleFor(step, task, wish);
  const way = wayBackTo(step, task, toElementId);
  goBack(step, task, { way, siblings, kind: 'task-returned' });
}

/** 驳回: back to the first step, to whoever did it; everything that came of it is taken back. */
export function rejectTask(step: Step, { taskId }: ActOf<'rejectTask'>): void {
  const task = returnable(step, taskId);
  const way = wayBackToFirst(step, task);
  if (!way)
    throw new CaseError(
      'NOT_EARLIER',
      '本步骤之前没有办过的步骤，无处驳回；需要撤销案件的，请由立案人或主管领导撤销。',
    );
  goBack(step, task, { way, siblings: 'cancel', kind: 'task-rejected' });
}

function returnable(step: Step, taskId: string): Task {
  const task = openTaskOf(step, taskId);
  if (step.since(3)) requireStep(task);
  requireCandidate(step, task);
  if (step.element(task.ref, task.element).task?.returnable === false) {
    throw new CaseError('NOT_RETURNABLE', '该步骤不允许退回。', { taskId });
  }
  return task;
}

/** What the definition says of the step, else of the process, counts; who returns it may only choose where it is silent. */
function ruleFor(step: Step, { ref, element, id }: Task, wish: Siblings | undefined): Siblings {
  const rule = step.element(ref, element).task?.siblings ?? step.model(ref).siblings;
  if (rule !== undefined && wish !== undefined && rule !== wish) {
    throw new CaseError('SIBLINGS_RULE', `流程规定退回时并行步骤${words[rule]}，不能另作选择。`, { taskId: id, rule });
  }
  return rule ?? wish ?? 'cancel';
}

const words: Readonly<Record<Siblings, string>> = { cancel: '一并撤销', keep: '予以保留', refuse: '未汇合的不得退回' };

interface Going {
  readonly way: WayBack;
  readonly siblings: Siblings;
  readonly kind: 'task-returned' | 'task-rejected';
}

function goBack(step: Step, task: Task, { way, siblings, kind }: Going): void {
  const { entry, token } = way;
  const rewinding = siblings === 'cancel' ? way.rewinding : withSiblings(step, task, way, siblings);
  requireNoTracks(step, rewinding);
  const kept = way.rewinding.affected.filter((one) => !rewinding.affected.includes(one));
  step.journal(
    kind,
    { elementId: task.element, taskId: task.id },
    {
      to: rewinding.target.id,
      siblings,
      cancelled: rewinding.affected.map(({ element }) => element),
      ...(kept.length > 0 ? { kept: kept.map(({ element }) => element) } : {}),
      ...signaturesIn(step, task),
      ...(token === task.instance ? {} : { from: step.draft.instances.need(token).element }),
    },
  );
  const assignee = rewinding.target.kind === 'userTask' ? entry.user : null;
  rewind(step, rewinding, { assignee });
}

/** What has been signed so far is undone with the step, and stays on record. */
function signaturesIn(step: Step, { instance }: Task): { readonly signatures?: Json } {
  const signed = (step.draft.instances.need(instance).sign?.signers ?? []).filter(({ done }) => done);
  return signed.length === 0 ? {} : { signatures: signed.map(({ user, outcome }) => ({ user, outcome })) };
}

function withSiblings(step: Step, task: Task, { rewinding, token }: WayBack, siblings: Siblings): Rewinding {
  const others = rewinding.affected.filter(({ id }) => id !== token);
  const inside = othersInside(step, token, task.id);
  if (others.length === 0 && rewinding.taken.length === 0 && !inside) return rewinding;
  const kept = siblings === 'keep' && !inside ? keepingBranches(step, rewinding, token) : null;
  if (kept) return kept;
  const elements = others.map(({ element }) => element);
  if (siblings === 'refuse') {
    throw new CaseError('SIBLINGS_OPEN', '由该步骤引出的并行步骤尚未汇合，按规定不能退回。', { elements });
  }
  throw new CaseError(
    'SIBLINGS_OPEN',
    '并行的其他步骤也由该步骤引出，无法在退回时保留；请选择一并撤销，或待其办结后再退回。',
    { elements },
  );
}
