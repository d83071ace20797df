import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useDeferredValue, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { CaseList } from '../../../api/cases/case.schema.ts';
import type { TaskList } from '../../../api/tasks/task.schema.ts';
import { Dialog } from '../parts/dialog.tsx';
import { usePreferences } from '../parts/preferences.ts';
import { call } from '../server/call.ts';
import { meQuery, viewsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import type { Words } from '../words/zh.ts';
import { pagesFor } from './pages.ts';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly run: () => void;
}

const few = 6;

/** A field and a list under it: what is typed is sought among pages, views, cases and steps. */
export function CommandMenu({ onClose }: { readonly onClose: () => void }) {
  const words = useWords();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const sought = useDeferredValue(typed.trim());
  const commands = [...usePageCommands(words, sought), ...useFound(words, sought)];
  const current = commands[Math.min(at, commands.length - 1)];
  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt(
        (before) => (Math.min(before, commands.length - 1) + step + commands.length) % Math.max(commands.length, 1),
      );
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      run(current);
    }
  };
  return (
    <Dialog title={words.commands.title} onClose={onClose}>
      <input
        className="field"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={current && `${list}-${current.id}`}
        aria-label={words.commands.field}
        placeholder={words.commands.field}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={list} role="listbox" className="commands" aria-label={words.commands.title}>
        {commands.map((command) => (
          <li
            key={command.id}
            id={`${list}-${command.id}`}
            role="option"
            aria-selected={command === current}
            onClick={() => run(command)}
          >
            {command.label} <span className="quiet">{command.hint}</span>
          </li>
        ))}
      </ul>
      <p role="status" className="quiet">
        {commands.length === 0 ? words.commands.none : ''}
      </p>
    </Dialog>
  );
}

/** Pages and saved views, and what can be switched from anywhere. */
function usePageCommands(words: Words, sought: string): Command[] {
  const router = useRouter();
  const { data: me } = useQuery(meQuery);
  const { data: views } = useQuery(viewsQuery('work'));
  const { preferences, prefer } = usePreferences();
  const go = (to: string, search: object = {}) => void router.navigate({ to, search } as never);
  const compact = preferences.density === 'compact';
  const all: Command[] = [
    ...pagesFor(me?.roles ?? []).map(({ to, name }) => ({
      id: to,
      label: words.nav[name],
      hint: words.commands.page,
      run: () => go(to),
    })),
    ...(views?.items ?? []).map((view) => ({
      id: view.id,
      label: view.name,
      hint: words.work.view,
      run: () => go('/work', { ...view.search, view: view.id }),
    })),
    {
      id: 'density',
      label: words.me.densities[compact ? 'normal' : 'compact'],
      hint: words.me.density,
      run: () => prefer({ density: compact ? 'normal' : 'compact' }),
    },
    {
      id: 'language',
      label: words.language.other,
      hint: words.me.language,
      run: () => prefer({ language: words.language.tag === 'en' ? 'zh' : 'en' }),
    },
  ];
  const text = sought.toLowerCase();
  return all.filter(({ label, hint }) => `${label} ${hint}`.toLowerCase().includes(text)).slice(0, sought ? few : 20);
}

/** Cases and steps that the server finds. */
function useFound(words: Words, sought: string): Command[] {
  const router = useRouter();
  const { data } = useQuery({
    queryKey: ['found', sought],
    queryFn: async ({ signal }) => {
      const query = { q: sought, limit: few };
      const [cases, tasks] = await Promise.all([
        call<CaseList>('/cases', { query, signal }),
        call<TaskList>('/tasks', { query: { ...query, brief: true }, signal }),
      ]);
      return { cases: cases.items, tasks: tasks.items };
    },
    enabled: sought.length > 1,
    staleTime: 10_000,
  });
  if (!data || sought.length < 2) return [];
  return [
    ...data.tasks.map(({ id, name, caseTitle, caseNumber }) => ({
      id,
      label: `${name} · ${caseTitle}`,
      hint: `${words.task.one} ${caseNumber}`,
      run: () => void router.navigate({ to: '/tasks/$id', params: { id } }),
    })),
    ...data.cases.map(({ id, number, title }) => ({
      id,
      label: title,
      hint: `${words.cases.one} ${number}`,
      run: () => void router.navigate({ to: '/cases/$id/$tab', params: { id, tab: 'overview' } }),
    })),
  ];
}
