import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../api/cases/case.schema.ts';
import { CorrectHere } from '../cases/operations/correct-here.tsx';
import { tasksQuery, timelineQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { StepVisit } from './step-visit.tsx';

interface ChosenStepProps {
  readonly matter: Case;
  readonly elementId: string;
  readonly name: string | undefined;
  /** What stands inside it, when it is a sub-process or a call. */
  readonly inside: readonly string[];
}

/** Who had or has the chosen step, from when to when, until when they should, and what came of it. */
export function ChosenStep({ matter, elementId, name, inside }: ChosenStepProps) {
  const { diagram } = useWords();
  const { data } = useQuery(tasksQuery({ caseId: matter.id, sort: '-openedAt', limit: 200 }));
  const { data: story } = useQuery(timelineQuery(matter.id));
  const tasks = (data?.items ?? []).filter((task) => task.elementId === elementId || inside.includes(task.elementId));
  const children = matter.children.filter((child) => child.elementId === elementId);
  return (
    <section className="panel" role="region" aria-label={diagram.chosen} aria-live="polite">
      <h2>{name || tasks[0]?.name || diagram.chosen}</h2>
      <CorrectHere matter={matter} elementId={elementId} />
      {data && tasks.length === 0 && children.length === 0 && <p className="quiet">{diagram.nobody}</p>}
      <ul className="opinions">
        {tasks.map((task) => (
          <StepVisit
            key={task.id}
            task={task}
            now={matter.now}
            entries={(story?.items ?? []).filter(({ taskId }) => taskId === task.id)}
            named={inside.length > 0}
          />
        ))}
      </ul>
      {children.length > 0 && <p>{diagram.childCases(children.length)}</p>}
    </section>
  );
}
