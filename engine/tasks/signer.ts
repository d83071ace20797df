import { CaseError } from '../../domain/errors.ts';
import type { Signer } from '../state.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';

/** Who signs: whoever has the task now or gets it back, else whoever was asked; of a signature who gave it. */
export function personOf(step: Step, { taskId, done, user }: Signer): string | null {
  const task = taskId === null || done ? undefined : step.draft.tasks.find(taskId);
  return task?.owner ?? task?.assignee ?? user;
}

/** Refuses with ALREADY_SIGNER whoever signs the step already by another task: nobody signs twice. */
export function requireOnce(step: Step, task: Task, people: readonly string[]): void {
  if (task.kind !== 'step') return;
  const signers = step.draft.instances.need(task.instance).sign?.signers ?? [];
  requireNotAmong(
    step,
    signers.filter(({ taskId }) => taskId !== task.id),
    people,
  );
}

/** An opinion that was given is no signature. Who signed in another's place has signed. */
export function requireNotAmong(step: Step, signers: readonly Signer[], people: readonly string[]): void {
  const counted = signers.filter((one) => !(one.opinion && one.done));
  const signing = new Set(counted.flatMap((one) => [personOf(step, one), one.by ?? null]));
  const twice = people.filter((person) => signing.has(person));
  if (twice.length === 0 || !step.since(3)) return;
  throw new CaseError('ALREADY_SIGNER', '该人员已在本步骤的签署人之中，一人不能签两次。', { users: twice });
}
