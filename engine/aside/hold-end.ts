import { listenInScope } from '../elements/listen.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { stopListening } from '../tokens/forget.ts';

/**
 * The procedure is over but the case is not: tasks were added that must be done first, or another case is on its way into
 * this one. Nothing of the procedure listens any more; when the last of them is done, the case ends as it would have.
 */
export function holdsEnd(step: Step, root: Instance): boolean {
  const tasks = step.draft.tasks
    .of(root.id)
    .filter((task) => task.holdsEnd && (task.status === 'open' || task.status === 'suspended'));
  const awaited = Object.keys(step.draft.case.expected ?? {});
  if (tasks.length === 0 && awaited.length === 0) return false;
  if (!step.draft.case.ending) {
    stopListening(step, root.id);
    step.draft.case.ending = true;
    step.journal('end-held', {}, { tasks: tasks.map(({ id }) => id), cases: awaited });
  }
  return true;
}

/** A correction has put a token into a procedure that was over: it is under way again, and listens as before. */
export function takeUpAgain(step: Step): void {
  const { ending, root } = step.draft.case;
  const process = root === null ? undefined : step.draft.instances.find(root);
  if (!ending || !process || process.active === 0) return;
  delete step.draft.case.ending;
  listenInScope(step, process, process.element);
}

/** Something that held the end is gone. */
export function lookAtEnd(step: Step): void {
  const { root } = step.draft.case;
  if (root !== null) step.next.push({ do: 'settle', scope: root });
}
