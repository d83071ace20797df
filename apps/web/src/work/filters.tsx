import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Ref } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { DateInput } from '../parts/date-field.tsx';
import { useNames } from '../parts/names.ts';
import { dues } from '../search.ts';
import type { Due, Scope, WorkSearch } from '../search.ts';
import { countsQuery, definitionsQuery, directoryQuery } from '../server/queries.ts';
import { typedDay } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { Choice } from './choice.tsx';
import { ListTools } from './list-tools.tsx';
import { SearchField } from './search-field.tsx';
import { Views } from './views.tsx';
import { filterKeys } from './work-query.ts';

const narrow = matchMedia('(max-width: 640px)');

interface FiltersProps {
  readonly search: WorkSearch;
  readonly tasks: readonly Task[];
  readonly onChange: (changes: Partial<WorkSearch>) => void;
  readonly field: Ref<HTMLInputElement>;
}

/** Search, chips of what is due when with their counts, and what else narrows the list. */
export function Filters({ search, tasks, onChange, field }: FiltersProps) {
  const words = useWords();
  const chosen = filterKeys.filter((key) => key !== 'q' && key !== 'due' && search[key] !== undefined).length;
  return (
    <>
      <div className="filters" role="search">
        <SearchField
          field={field}
          label={words.work.search}
          value={search.q}
          onChange={(q) => onChange({ q } as Partial<WorkSearch>)}
        />
        {search.scope !== 'done' && <DueChips search={search} onChange={onChange} />}
      </div>
      <div className="filters">
        {narrow.matches ? (
          <details className="sheet">
            <summary>{chosen > 0 ? words.work.filtersChosen(chosen) : words.work.filters}</summary>
            <div className="filters">
              <Narrowing search={search} tasks={tasks} onChange={onChange} />
              <ListTools search={search} />
              <Views search={search} />
            </div>
          </details>
        ) : (
          <>
            <Narrowing search={search} tasks={tasks} onChange={onChange} />
            <ListTools search={search} />
          </>
        )}
      </div>
    </>
  );
}

function DueChips({ search, onChange }: Pick<FiltersProps, 'search' | 'onChange'>) {
  const { work } = useWords();
  const { data: counts } = useQuery(countsQuery);
  const count = (due: Due, scope: Scope = 'mine') => {
    if (due === 'none' || scope === 'agency' || scope === 'done') return null;
    const of = counts?.[scope][due];
    return <span className="count">{counts && of !== undefined && (of >= counts.upTo ? `${of}+` : of)}</span>;
  };
  return (
    <>
      {dues.map((due) => (
        <button
          key={due}
          type="button"
          className="button small"
          aria-pressed={search.due === due}
          onClick={() => onChange({ due: search.due === due ? undefined : due } as Partial<WorkSearch>)}
        >
          {work.dues[due]} {count(due, search.scope)}
        </button>
      ))}
    </>
  );
}

function Narrowing({ search, tasks, onChange }: Omit<FiltersProps, 'field'>) {
  const { work, secrecy } = useWords();
  const names = useNames();
  const { data: definitions } = useQuery(definitionsQuery);
  const { data: directory } = useQuery(directoryQuery);
  const steps = [...new Set(tasks.map(({ name }) => name))];
  const set = (key: keyof WorkSearch) => (value: string | undefined) => onChange({ [key]: value });
  return (
    <>
      <Choice
        label={work.agency}
        value={search.agency}
        choices={(directory?.agencies ?? []).filter(({ kind }) => kind !== 'platform').map(({ id }) => id)}
        named={names.agency}
        onChange={set('agency')}
      />
      <Choice label={work.step} value={search.step} choices={steps} onChange={set('step')} />
      <Choice
        label={work.procedure}
        value={search.procedure}
        choices={(definitions?.items ?? []).map(({ key }) => key)}
        named={(key) => definitions?.items.find((one) => one.key === key)?.name ?? key}
        onChange={set('procedure')}
      />
      <Choice
        label={secrecy.label}
        value={search.secrecy}
        choices={Object.keys(secrecy.names)}
        named={(level) => secrecy.names[level] ?? level}
        onChange={set('secrecy')}
      />
      <details className="day-filters" open={search.from !== undefined || search.to !== undefined}>
        <summary className="button small">{work.moreFilters}</summary>
        <div className="menu-panel">
          <DayFilter label={work.dueFrom} value={search.from} onChange={set('from')} />
          <DayFilter label={work.dueTo} value={search.to} onChange={set('to')} />
        </div>
      </details>
    </>
  );
}

interface DayFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
}

/** A day that counts once it is one. */
function DayFilter({ label, value, onChange }: DayFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(value ?? '');
  const [before, setBefore] = useState(value);
  if (before !== value) {
    setBefore(value);
    setTyped(value ?? '');
  }
  return (
    <label htmlFor={id}>
      {label}
      <DateInput
        id={id}
        value={typed}
        invalid={typed !== '' && typedDay(typed) === null}
        onChange={(text) => {
          setTyped(text);
          const day = typedDay(text);
          if (text === '' || day !== null) onChange(day ?? undefined);
        }}
      />
    </label>
  );
}
