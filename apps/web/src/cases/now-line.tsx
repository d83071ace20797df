import { Link } from '@tanstack/react-router';
import type { Case } from '../../../api/cases/case.schema.ts';
import { DueChip } from '../parts/due-chip.tsx';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';

/** 现在在: every open step with agency, person and how long there is. */
export function NowLine({ matter }: { readonly matter: Case }) {
  const { cases, task: words } = useWords();
  const names = useNames();
  const now = new Date(matter.now).getTime();
  if (matter.openTasks.length === 0) return matter.endedAt ? null : <p className="quiet">{cases.nobodyNow}</p>;
  return (
    <ul className="now-line">
      {matter.openTasks.slice(0, 8).map((task, index) => (
        <li key={task.id}>
          <span className="quiet">{index === 0 ? cases.nowAt : cases.also}</span>
          {names.agency(task.agency)}
          <Link to="/tasks/$id" params={{ id: task.id }}>
            {task.name}
          </Link>
          <span>{task.assignee ? names.person(task.assignee) : words.unassigned}</span>
          <DueChip task={task} now={now} />
        </li>
      ))}
    </ul>
  );
}
