import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { User } from '../../../api/auth/auth.schema.ts';
import type { Task, TaskList } from '../../../api/tasks/task.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

export interface Claim {
  /** 签收 what nobody has, 退签 what is one's own. */
  readonly toggle: (task: Task) => void;
}

/** Shows the claim at once and takes it back when the server refuses. */
export function useClaim(): Claim {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { work } = useWords();
  const toggle = useCallback(
    (task: Task) => {
      const me = queries.getQueryData<User>(meQuery.queryKey)?.username ?? null;
      if (task.assignee !== null && task.assignee !== me) return;
      const claiming = task.assignee === null;
      const hold = (assignee: string | null) =>
        queries.setQueriesData<TaskList>({ queryKey: ['tasks'] }, (list) =>
          list ? { ...list, items: list.items.map((one) => (one.id === task.id ? { ...one, assignee } : one)) } : list,
        );
      const send = async () => {
        await queries.cancelQueries({ queryKey: ['tasks'] });
        hold(claiming ? me : null);
        try {
          const act = claiming ? 'claim' : 'unclaim';
          await call(`/tasks/${encodeURIComponent(task.id)}/${act}`, { method: 'POST', body: {}, key: newActKey() });
          announce(claiming ? work.claimed(task.name) : work.unclaimed(task.name));
        } catch (error) {
          hold(task.assignee);
          announce((error as Error).message);
        }
        await queries.invalidateQueries({ queryKey: ['tasks'], refetchType: 'none' });
      };
      void send();
    },
    [queries, announce, work],
  );
  return useMemo(() => ({ toggle }), [toggle]);
}
