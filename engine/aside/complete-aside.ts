import type { Variables } from '../command.ts';
import { setOwn } from '../scopes/variables.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { lookAtEnd } from './hold-end.ts';

export function completeAside(step: Step, task: Task, variables: Variables): void {
  keepAside(step, task, variables);
  lookAtEnd(step);
}

/** What an added task brings is kept under a name of its own, so that it can change nothing that the procedure goes by. */
export function keepAside(step: Step, { id, instance }: Task, variables: Variables): void {
  const own = id.slice(id.lastIndexOf('.') + 1);
  if (Object.keys(variables).length > 0) setOwn(step, instance, { [`adhoc_${own}`]: variables });
}
