import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TaskList } from '../../../api/tasks/task.schema.ts';
import { useWords } from '../words/words.tsx';
import { workQuery } from '../work/work-query.ts';

/** The one before and the one after in one's own list, as far as it has been read. */
export function Neighbours({ id }: { readonly id: string }) {
  const { nav, act } = useWords();
  const list = useQueryClient().getQueryData<TaskList>(workQuery('mine').queryKey)?.items ?? [];
  const index = list.findIndex((task) => task.id === id);
  const [previous, next] = [list[index - 1], index < 0 ? undefined : list[index + 1]];
  return (
    <span className="row-actions no-print">
      <Link to="/work">{nav.work}</Link>
      {previous && (
        <Link to="/tasks/$id" params={{ id: previous.id }} aria-label={act.previous}>
          ‹
        </Link>
      )}
      {index >= 0 && `${index + 1}/${list.length}`}
      {next && (
        <Link to="/tasks/$id" params={{ id: next.id }} aria-label={act.next}>
          ›
        </Link>
      )}
    </span>
  );
}
