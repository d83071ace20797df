import { copied, copiedStep, guest } from '../../domain/access.ts';
import { CaseError } from '../../domain/errors.ts';
import type { ActOf } from '../cases/apply.ts';
import { own } from '../own.ts';
import type { Copy } from '../state.ts';
import type { Step } from '../step.ts';

/** 抄送: whoever gets a copy may read the case, or of a copy of one step that step alone, until it is recalled. */
export function copyCase(step: Step, { to, taskId, text }: ActOf<'copyCase'>): void {
  const { case: current } = step.draft;
  const { actor } = step.command;
  const by = actor?.onBehalfOf ?? actor?.user ?? null;
  const recused = to.filter((user) => current.recused?.includes(user));
  if (recused.length > 0) throw new CaseError('RECUSED', '抄送对象中有人在本案中已回避。', { users: recused });
  const copies = [...new Set(to)].map((user): Copy => {
    const id = `${current.caseId}.${step.draft.nextId('k')}`;
    return {
      id,
      to: user,
      by,
      taskId: taskId ?? null,
      at: step.now,
      readAt: null,
      recalledAt: null,
      ...(text ? { text } : {}),
    };
  });
  current.copies = { ...current.copies, ...Object.fromEntries(copies.map((copy) => [copy.id, copy])) };
  const names = copies.flatMap(namesOf).filter((name) => !current.people.includes(name));
  if (names.length > 0) current.people = [...current.people, ...new Set(names)];
  step.journal('case-copied', aboutOf(step, taskId), { to: copies.map((copy) => copy.to), ...(text ? { text } : {}) });
  for (const { id, to: user } of copies)
    step.effect({ kind: 'tell', about: 'copy', copyId: id, to: user, ...(taskId ? { taskId } : {}) });
}

/** 已阅: by whoever it was sent to; a second time changes nothing. */
export function readCopy(step: Step, { copyId }: ActOf<'readCopy'>): void {
  const copy = liveCopyOf(step, copyId);
  const { actor } = step.command;
  if (actor !== null && !actor.everyRole && actor.user !== copy.to)
    throw new CaseError('NOT_YOURS', '这份抄送不是给您的。', { copyId });
  if (copy.readAt !== null) return;
  put(step, { ...copy, readAt: step.now });
  step.journal('copy-read', aboutOf(step, copy.taskId ?? undefined), { to: copy.to });
}

/** 撤回抄送: by who sent it, or an operator; the sight goes with it, the receipt stays. */
export function recallCopy(step: Step, { copyId }: ActOf<'recallCopy'>): void {
  const copy = liveCopyOf(step, copyId);
  const { actor } = step.command;
  const mayRecall = actor === null || actor.operator || actor.everyRole || (actor.onBehalfOf ?? actor.user) === copy.by;
  if (!mayRecall) throw new CaseError('NOT_YOURS', '只有抄送人或主管领导可以撤回。', { copyId });
  put(step, { ...copy, recalledAt: step.now });
  const left = new Set(
    Object.values(step.draft.case.copies ?? {})
      .filter(({ recalledAt }) => recalledAt === null)
      .flatMap(namesOf),
  );
  const gone = namesOf(copy).filter((name) => !left.has(name));
  step.draft.case.people = step.draft.case.people.filter((name) => !gone.includes(name));
  step.journal('copy-recalled', aboutOf(step, copy.taskId ?? undefined), { to: copy.to });
  step.effect({
    kind: 'tell',
    about: 'copy-recalled',
    copyId: copy.id,
    to: copy.to,
    ...(copy.taskId ? { taskId: copy.taskId } : {}),
  });
}

/** What a copy is called in the circle. */
const namesOf = ({ to, taskId }: Copy): readonly string[] =>
  taskId === null ? [copied(to)] : [guest(copied(to)), copiedStep(to, taskId)];

function liveCopyOf(step: Step, id: string): Copy {
  const copy = own(step.draft.case.copies ?? {}, id);
  if (!copy || copy.recalledAt !== null) throw new CaseError('COPY_RECALLED', '这份抄送已经撤回。', { copyId: id });
  return copy;
}

const put = (step: Step, copy: Copy): void => {
  step.draft.case.copies = { ...step.draft.case.copies, [copy.id]: copy };
};

function aboutOf(step: Step, taskId: string | undefined): { readonly taskId?: string; readonly elementId?: string } {
  if (taskId === undefined) return {};
  const task = step.draft.tasks.find(taskId);
  return { taskId, ...(task ? { elementId: task.element } : {}) };
}
