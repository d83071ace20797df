import { completeAside } from '../aside/complete-aside.ts';
import type { Variables } from '../command.ts';
import { decideCorrection } from '../corrections/second-person.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { conclude } from './conclude.ts';
import { decideExtension } from './decide-extension.ts';

interface Completion {
  readonly outcome: string | undefined;
  readonly comment: string | undefined;
  readonly variables: Variables;
}

/** What is no step of the procedure: nothing goes on, something is decided or brought. */
export function completeBeside(step: Step, task: Task, { outcome, comment, variables }: Completion): void {
  conclude(step, task, { outcome, comment });
  if (task.kind === 'extension') decideExtension(step, task, outcome);
  if (task.kind === 'correction') decideCorrection(step, task, outcome);
  if (task.kind === 'adhoc') completeAside(step, task, variables);
}
