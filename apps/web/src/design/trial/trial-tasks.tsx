import { useEffect, useState } from 'react';
import { Link } from '@tanstack/react-router';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Task } from '../../../../api/tasks/task.schema.ts';
import { DueChip } from '../../parts/due-chip.tsx';
import { useNames } from '../../parts/names.ts';
import { useDesign } from '../design-words.ts';
import { TrialTask } from './trial-task.tsx';

interface TrialTasksProps {
  readonly tasks: readonly Task[];
  readonly matter: Case;
  readonly as: string;
  readonly element: string | undefined;
}

/** What is to be done now, whoever would have to do it; one is open at a time. */
export function TrialTasks({ tasks, matter, as, element }: TrialTasksProps) {
  const { design, words } = useDesign();
  const names = useNames();
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(() => {
    const found = tasks.find((task) => task.elementId === element);
    if (found) setOpened(found.id);
  }, [element]);
  const current = tasks.some(({ id }) => id === opened) ? opened : (tasks[0]?.id ?? null);
  if (tasks.length === 0)
    return <p className="empty">{matter.endedAt === null ? design.trial.nothingOpen : design.trial.ended}</p>;
  return (
    <ul className="trial-tasks">
      {tasks.map((task) => (
        <li key={task.id} className="panel">
          <div className="row-actions">
            <button
              type="button"
              className="button quiet-button"
              aria-expanded={task.id === current}
              onClick={() => setOpened(task.id)}
            >
              {task.name}
            </button>
            <span>{names.agency(task.agency)}</span>
            <span className="quiet">{names.role(task.role)}</span>
            <span>{task.assignee ? names.person(task.assignee) : words.task.unassigned}</span>
            <DueChip task={task} now={new Date(matter.now).getTime()} />
            <Link to="/tasks/$id" params={{ id: task.id }} className="spring">
              {design.trial.moreActs}
              <span className="hidden"> {task.name}</span>
            </Link>
          </div>
          {task.id === current && <TrialTask key={task.id} task={task} matter={matter} as={as} />}
        </li>
      ))}
    </ul>
  );
}
