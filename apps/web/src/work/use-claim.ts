import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { User } from '../../../api/auth/auth.schema.ts';
import type { Task, TaskList } from '../../../api/tasks/task.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { useNames } from '../parts/names.ts';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { countsQuery, meQuery } from '../server/queries.ts';
import { timeText } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';

/** As long as a row that somebody else has taken stays and says so. */
const farewell = 5_000;

export interface Claim {
  /** 签收 what nobody has, 退签 what is one's own. */
  readonly toggle: (task: Task) => void;
  /** What a row says that somebody else has just taken. */
  readonly taken: ReadonlyMap<string, string>;
}

const nothing: ReadonlyMap<string, string> = new Map();

/** Shows the claim at once and takes it back when the server refuses; the row stays where it is and keeps the focus. */
export function useClaim(): Claim {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const names = useNames();
  const { work, act } = useWords();
  const [taken, setTaken] = useState(nothing);

  const change = useCallback(
    (id: string, to: (task: Task) => Task | null) =>
      queries.setQueriesData<TaskList>({ queryKey: ['tasks'] }, (list) =>
        list?.items?.some((one) => one.id === id)
          ? {
              ...list,
              items: list.items.flatMap((one) => (one.id === id ? (to(one) ?? []) : one)),
            }
          : list,
      ),
    [queries],
  );

  /** The row says who was quicker, and goes. */
  const sayTaken = useCallback(
    (task: Task) => {
      const text = work.takenBy(names.person(task.assignee), timeText(Date.now()));
      setTaken((before) => new Map([...before, [task.id, text]]));
      announce(text);
      setTimeout(() => {
        setTaken((before) => new Map([...before].filter(([id]) => id !== task.id)));
        change(task.id, () => null);
      }, farewell);
    },
    [announce, change, names, work],
  );

  const toggle = useCallback(
    (task: Task) => {
      const me = queries.getQueryData<User>(meQuery.queryKey)?.username ?? null;
      if (task.assignee !== null && task.assignee !== me) return;
      const claiming = task.assignee === null;
      const send = async () => {
        await queries.cancelQueries({ queryKey: ['tasks'] });
        change(task.id, (one) => ({ ...one, assignee: claiming ? me : null }));
        try {
          const path = `/tasks/${encodeURIComponent(task.id)}/${claiming ? 'claim' : 'unclaim'}`;
          await call(path, { method: 'POST', body: {}, key: newActKey() });
          announce(claiming ? work.claimed(task.name) : work.unclaimed(task.name), {
            label: claiming ? act.unclaim : act.claim,
            run: () => toggle({ ...task, assignee: claiming ? me : null }),
          });
        } catch (error) {
          const now = await call<Task>(`/tasks/${encodeURIComponent(task.id)}`).catch(() => task);
          change(task.id, (one) => ({ ...one, assignee: now.assignee, status: now.status }));
          if (claiming && now.assignee !== null && now.assignee !== me) sayTaken(now);
          else announce(work.notClaimed(task.name, (error as Error).message));
        }
        await queries.invalidateQueries({ queryKey: ['tasks'], refetchType: 'none' });
        await queries.invalidateQueries({ queryKey: countsQuery.queryKey });
      };
      void send();
    },
    [queries, announce, work, act, change, sayTaken],
  );
  return useMemo(() => ({ toggle, taken }), [toggle, taken]);
}
