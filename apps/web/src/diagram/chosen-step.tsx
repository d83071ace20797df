import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Case } from '../../../api/cases/case.schema.ts';
import { CorrectHere } from '../cases/operations/correct-here.tsx';
import { DueChip } from '../parts/due-chip.tsx';
import { useNames } from '../parts/names.ts';
import { tasksQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const statuses = ['open', 'suspended', 'completed', 'cancelled'] as const;

/** Who had or has the chosen step, since when, and how it ended. */
export function ChosenStep({ matter, elementId }: { readonly matter: Case; readonly elementId: string }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { data } = useQuery(tasksQuery({ caseId: matter.id, sort: '-openedAt', limit: 200 }));
  const tasks = (data?.items ?? []).filter((task) => task.elementId === elementId);
  return (
    <section className="panel" role="region" aria-label={words.diagram.chosen} aria-live="polite">
      <h2>{tasks[0]?.name ?? words.diagram.chosen}</h2>
      <CorrectHere matter={matter} elementId={elementId} />
      {data && tasks.length === 0 && <p className="quiet">{words.diagram.nobody}</p>}
      <ul className="opinions">
        {tasks.map((task) => (
          <li key={task.id}>
            <Link to="/tasks/$id" params={{ id: task.id }}>
              {names.person(task.endedBy ?? task.assignee) || words.task.unassigned}
            </Link>{' '}
            <span className="chip plain">
              {words.task.statuses[statuses.find((status) => status === task.status) ?? 'open']}
            </span>{' '}
            {task.outcome} <span className="quiet">{momentText(task.openedAt, today(), language)}</span>{' '}
            {task.endedAt ? (
              <span className="quiet">– {momentText(task.endedAt, today(), language)}</span>
            ) : (
              <DueChip task={task} now={new Date(matter.now).getTime()} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
