import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { TaskList } from '../../../api/tasks/task.schema.ts';
import { isForPage, singleKeysOn } from '../parts/keys.ts';
import { useWords } from '../words/words.tsx';
import { lastList } from '../work/last-list.ts';
import { workQuery } from '../work/work-query.ts';

/** The one before and the one after in the list that the step was opened from, as far as it has been read. */
export function Neighbours({ id }: { readonly id: string }) {
  const { nav, act } = useWords();
  const navigate = useNavigate();
  const list = useQueryClient().getQueryData<TaskList>(workQuery(lastList()).queryKey)?.items ?? [];
  const index = list.findIndex((task) => task.id === id);
  const [previous, next] = [list[index - 1]?.id, index < 0 ? undefined : list[index + 1]?.id];
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!singleKeysOn() || !isForPage(event)) return;
      const to = event.key === '[' ? previous : event.key === ']' ? next : undefined;
      if (to !== undefined) void navigate({ to: '/tasks/$id', params: { id: to } });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [previous, next, navigate]);
  return (
    <span className="row-actions no-print">
      <Link to="/work" search={lastList()}>
        {nav.work}
      </Link>
      {previous !== undefined && (
        <Link to="/tasks/$id" params={{ id: previous }} aria-label={act.previous} aria-keyshortcuts="[">
          ‹
        </Link>
      )}
      {index >= 0 && `${index + 1}/${list.length}`}
      {next !== undefined && (
        <Link to="/tasks/$id" params={{ id: next }} aria-label={act.next} aria-keyshortcuts="]">
          ›
        </Link>
      )}
    </span>
  );
}
