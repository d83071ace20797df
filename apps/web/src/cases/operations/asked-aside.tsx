import type { Task } from '../../../../api/tasks/task.schema.ts';
import { useNames } from '../../parts/names.ts';
import { useWords } from '../../words/words.tsx';

/** What an added task asks, and who has added it. */
export function AskedAside({ task }: { readonly task: Task }) {
  const { operations } = useWords();
  const names = useNames();
  if (task.kind !== 'adhoc') return null;
  return (
    <section className="panel">
      <h2>{operations.task.asks}</h2>
      {task.description && <p className="said">{task.description}</p>}
      <p className="quiet">{operations.task.added(names.person(task.addedBy))}</p>
    </section>
  );
}
