import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { isForPage, singleKeysOn } from '../parts/keys.ts';
import type { ActName } from '../task/acts.ts';
import type { Claim } from './use-claim.ts';
import type { Selection } from './use-selection.ts';

interface WorkKeys {
  readonly rows: readonly Task[];
  readonly selection: Selection;
  readonly claim: Claim;
  readonly begin: (act: ActName, tasks: readonly Task[]) => void;
  readonly searchField: RefObject<HTMLInputElement | null>;
}

const focusedId = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('tr[data-task]')?.dataset['task'];

function focusRow(id: string | undefined): void {
  const row = [...document.querySelectorAll<HTMLElement>('tr[data-task]')].find((one) => one.dataset['task'] === id);
  const link = row?.querySelector<HTMLElement>('.row-link');
  link?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** j k c x t r y e and / on the list; the row under the cursor is the one with the focus. */
export function useWorkKeys(keys: WorkKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const router = useRouter();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { rows, selection, claim, begin, searchField } = latest.current;
      if (event.key === 'Escape' && document.activeElement === searchField.current) {
        // Leaves the field; the browser would empty it.
        event.preventDefault();
        return searchField.current?.blur();
      }
      const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
      if (!isForPage(event) || (!singleKeysOn() && !arrow && event.key !== 'Escape')) return;
      const id = focusedId();
      const index = rows.findIndex((row) => row.id === id);
      const task = rows[index];
      const on = selection.chosen.length > 0 ? selection.chosen : task ? [task] : [];
      const acts: Readonly<Record<string, (() => void) | undefined>> = {
        j: () => focusRow(rows[Math.min(index + 1, rows.length - 1)]?.id),
        k: () => focusRow(rows[Math.max(index - 1, 0)]?.id),
        ArrowDown: task && (() => focusRow(rows[Math.min(index + 1, rows.length - 1)]?.id)),
        ArrowUp: task && (() => focusRow(rows[Math.max(index - 1, 0)]?.id)),
        c: task && (() => claim.toggle(task)),
        x: task && (() => selection.toggle(task.id)),
        X: task && (() => selection.extend(task.id)),
        t: on.length > 0 ? () => begin('transfer', on) : undefined,
        r: on.length > 0 ? () => begin('remind', on) : undefined,
        y: task && (() => begin('extend', [task])),
        e:
          task && (() => void router.navigate({ to: '/cases/$id/$tab', params: { id: task.caseId, tab: 'overview' } })),
        '/': () => searchField.current?.focus(),
        Escape: () => selection.clear(),
      };
      const act = acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [router]);
}
