import type { Variables } from '../command.ts';
import type { Task } from '../task.ts';
import type { Step } from '../step.ts';
import { endTask } from './end-task.ts';

interface Conclusion {
  readonly outcome: string | undefined;
  readonly comment: string | undefined;
  readonly answers?: Variables;
}

/** The task is done, by whom and with what result is on record. */
export function conclude(step: Step, task: Task, { outcome, comment, answers = {} }: Conclusion): void {
  const by = step.command.actor?.user;
  endTask(step, task.id, {
    status: 'completed',
    ...(outcome === undefined ? {} : { outcome }),
    ...(by === undefined ? {} : { by }),
  });
  step.journal(
    'task-completed',
    { elementId: task.element, taskId: task.id },
    {
      outcome: outcome ?? null,
      ...(comment === undefined ? {} : { comment }),
      ...(Object.keys(answers).length === 0 ? {} : { answers }),
    },
  );
}
