import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import type { Presence } from '../../../api/presence/presence.controller.ts';
import { useNames } from '../parts/names.ts';
import { call } from '../server/call.ts';
import { useWords } from '../words/words.tsx';

const pace = 20_000;

interface CompanyProps {
  readonly task: Task;
  /** The step is no longer as it was when the page was opened. */
  readonly onChanged: () => void;
}

/** A quiet line: who else has this step open, and that it has been ended meanwhile. No lock, and what is filled in stays. */
export function Company({ task, onChanged }: CompanyProps) {
  const { company, act } = useWords();
  const names = useNames();
  const path = `/tasks/${encodeURIComponent(task.id)}/presence`;
  const { data } = useQuery({
    queryKey: ['presence', task.id],
    queryFn: ({ signal }) => call<Presence>(path, { method: 'POST', body: {}, signal }),
    refetchInterval: pace,
    refetchIntervalInBackground: false,
    retry: false,
  });
  useEffect(() => {
    const leave = () =>
      void call(path, { method: 'POST', body: { here: false }, keepalive: true }).catch(() => undefined);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [path]);
  const changed = data !== undefined && (data.status !== task.status || data.assignee !== task.assignee);
  return (
    <div role="status">
      {changed && (
        <p className="bar row-actions">
          {data.status === task.status
            ? company.reassigned(names.person(data.assignee))
            : company.ended(names.person(data.assignee))}
          <button type="button" className="button small" onClick={onChanged}>
            {act.refresh}
          </button>
        </p>
      )}
      {data && data.others.length > 0 && <p className="quiet">{company.others(data.others.map(({ name }) => name))}</p>}
    </div>
  );
}
