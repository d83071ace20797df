import { useQuery } from '@tanstack/react-query';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { useNames } from '../parts/names.ts';
import { directoryQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

const administrators = ['designer', 'sysadmin', 'secadmin', 'auditadmin'];

interface PersonSelectProps {
  readonly label: string;
  readonly task: Task;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** People by agency, those of the step's own role first. */
export function PersonSelect({ label, task, value, onChange }: PersonSelectProps) {
  const words = useWords();
  const names = useNames();
  const { data } = useQuery(directoryQuery);
  const people = (data?.people ?? []).filter(
    ({ id, roles }) => id !== task.assignee && !roles.some((role) => administrators.includes(role)),
  );
  const fitting = people.filter(({ roles }) => task.role !== null && roles.includes(task.role));
  const agencies = [...new Set(people.map(({ agency }) => agency))];
  const option = ({ id, name, title }: (typeof people)[number]) => (
    <option key={id} value={id}>
      {title ? `${name}（${title}）` : name}
    </option>
  );
  return (
    <label>
      {label}
      <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{words.handle.choose}</option>
        {fitting.length > 0 && <optgroup label={names.role(task.role)}>{fitting.map(option)}</optgroup>}
        {agencies.map((agency) => (
          <optgroup key={agency ?? ''} label={names.agency(agency) || '—'}>
            {people.filter((person) => person.agency === agency && !fitting.includes(person)).map(option)}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
