import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { useNames } from '../parts/names.ts';
import type { WorkSearch } from '../search.ts';
import { definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import type { UrgencyGroup } from './urgency-groups.ts';

interface FiltersProps {
  readonly search: WorkSearch;
  readonly tasks: readonly Task[];
  readonly groups: readonly UrgencyGroup[];
  readonly onChange: (changes: Partial<WorkSearch>) => void;
  readonly field: Ref<HTMLInputElement>;
}

/** Search, the chips of urgency with their counts, and what the list itself offers to choose from. */
export function Filters({ search, tasks, groups, onChange, field }: FiltersProps) {
  const words = useWords();
  const names = useNames();
  const { data: definitions } = useQuery(definitionsQuery);
  const procedureName = (key: string) => definitions?.items.find((one) => one.key === key)?.name ?? key;
  const choices = (of: (task: Task) => string | null) => [
    ...new Set(tasks.map(of).filter((one): one is string => one !== null)),
  ];
  return (
    <div className="filters" role="search">
      <input
        ref={field}
        type="search"
        className="field search"
        aria-label={words.work.search}
        aria-keyshortcuts="/"
        placeholder={words.work.search}
        value={search.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || undefined } as Partial<WorkSearch>)}
      />
      {groups
        .filter(({ urgency, tasks: of }) => of.length > 0 || search.urgency === urgency)
        .map(({ urgency, tasks: of }) => (
          <button
            key={urgency}
            type="button"
            className="button small"
            aria-pressed={search.urgency === urgency}
            onClick={() =>
              onChange({ urgency: search.urgency === urgency ? undefined : urgency } as Partial<WorkSearch>)
            }
          >
            {words.due.groups[urgency]} {of.length}
          </button>
        ))}
      <Choice
        label={words.work.agency}
        value={search.agency}
        choices={choices(({ agency }) => agency)}
        named={names.agency}
        onChange={(agency) => onChange({ agency } as Partial<WorkSearch>)}
      />
      <Choice
        label={words.work.step}
        value={search.step}
        choices={choices(({ name }) => name)}
        onChange={(step) => onChange({ step } as Partial<WorkSearch>)}
      />
      <Choice
        label={words.work.procedure}
        value={search.procedure}
        choices={choices(({ definitionKey }) => definitionKey)}
        named={procedureName}
        onChange={(procedure) => onChange({ procedure } as Partial<WorkSearch>)}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly choices: readonly string[];
  readonly named?: (value: string) => string;
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, value, choices, named = (one) => one, onChange }: ChoiceProps) {
  const { work } = useWords();
  if (choices.length < 2 && value === undefined) return null;
  const offered = value === undefined || choices.includes(value) ? choices : [value, ...choices];
  return (
    <label>
      {label}
      <select className="field" value={value ?? ''} onChange={(event) => onChange(event.target.value || undefined)}>
        <option value="">{work.any}</option>
        {offered.map((one) => (
          <option key={one} value={one}>
            {named(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
