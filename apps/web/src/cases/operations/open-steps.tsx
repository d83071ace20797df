import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { DueChip } from '../../parts/due-chip.tsx';
import { useNames } from '../../parts/names.ts';
import { meQuery } from '../../server/queries.ts';
import { rightsOn } from '../../task/may-act.ts';
import { TaskActs } from '../../task/task-acts.tsx';
import { useWords } from '../../words/words.tsx';

/** 在办环节: each with 催办, 转办, 延期, 中止 and whatever else the reader may do to it. */
export function OpenSteps({ matter }: { readonly matter: Case }) {
  const { operations, task: words } = useWords();
  const names = useNames();
  const { data: me } = useQuery(meQuery);
  const now = new Date(matter.now).getTime();
  if (!me || matter.endedAt !== null) return null;
  return (
    <section className="panel">
      <h2>{operations.steps.title}</h2>
      {matter.openTasks.length === 0 && <p className="quiet">{operations.steps.none}</p>}
      <ul className="opinions">
        {matter.openTasks.map((task) => (
          <li key={task.id}>
            <p>
              <Link to="/tasks/$id" params={{ id: task.id }}>
                {task.name}
              </Link>{' '}
              <span className="quiet">{names.agency(task.agency)}</span>{' '}
              {task.assignee ? names.person(task.assignee) : words.unassigned} <DueChip task={task} now={now} />
            </p>
            <TaskActs task={task} rights={rightsOn(task, matter, me)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
