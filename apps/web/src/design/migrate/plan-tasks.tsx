import type { CasePlan, TaskPlace } from '../../../../api/migrations/plan.schema.ts';
import { useNames } from '../../parts/names.ts';
import { longDayText } from '../../time/dates.ts';
import { useMigrateWords } from './migrate-words.ts';

/** Open tasks with who has them and when they are due, before and after. */
export function PlanTasks({ tasks }: { readonly tasks: CasePlan['tasks'] }) {
  const { language, migrate } = useMigrateWords();
  const names = useNames();
  const { plan } = migrate;
  if (tasks.length === 0) return null;
  const due = ({ dueOn }: TaskPlace) => (dueOn === null ? plan.noDue : longDayText(dueOn, language));
  const who = ({ assignee, agency, role }: TaskPlace) =>
    [names.agency(agency), assignee ? names.person(assignee) : names.role(role)]
      .filter((part) => part !== '')
      .join(' ');
  const cell = (task: TaskPlace & { readonly before?: TaskPlace | undefined }, of: (place: TaskPlace) => string) => {
    const [was, now] = [task.before ? of(task.before) : plan.fresh, of(task)];
    if (was === now) return now;
    return (
      <>
        <del>{was}</del> → <ins>{now}</ins>
      </>
    );
  };
  return (
    <>
      <h3>{plan.tasks}</h3>
      <div className="scroller changes" role="region" tabIndex={0} aria-label={plan.tasks}>
        <table className="plain-table" aria-label={plan.tasks}>
          <thead>
            <tr>
              <th scope="col">{plan.what}</th>
              <th scope="col">{plan.assignee}</th>
              <th scope="col">{plan.due}</th>
            </tr>
          </thead>
          <tbody>
            {tasks.map((task) => (
              <tr key={task.id}>
                <td>
                  {cell(task, ({ name }) => name)}{' '}
                  <code className="quiet">{cell(task, ({ elementId }) => elementId)}</code>
                </td>
                <td>{cell(task, who)}</td>
                <td className="nowrap">{cell(task, due)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
