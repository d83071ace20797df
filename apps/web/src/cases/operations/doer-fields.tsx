import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { people } from '../../parts/finders.ts';
import { useNames } from '../../parts/names.ts';
import { PickField } from '../../parts/pick-field.tsx';
import { directoryQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';

export interface Doer {
  readonly assignee: string;
  readonly role: string;
  readonly agency: string;
}

export const noDoer: Doer = { assignee: '', role: '', agency: '' };

interface DoerFieldsProps {
  readonly doer: Doer;
  readonly onChange: (doer: Doer) => void;
}

/** Who is to do it: a person, the holders of a role, an agency; role and agency together are the agency's holders. */
export function DoerFields({ doer, onChange }: DoerFieldsProps) {
  const { operations, handle } = useWords();
  const names = useNames();
  const id = useId();
  const { data } = useQuery(directoryQuery);
  const set = (changes: Partial<Doer>) => onChange({ ...doer, ...changes });
  return (
    <>
      <div className="stacked">
        <label htmlFor={id}>{operations.task.person}</label>
        <PickField id={id} value={doer.assignee} find={people} onChange={(assignee) => set({ assignee })} />
      </div>
      <label>
        {operations.task.role}
        <select className="field" value={doer.role} onChange={(event) => set({ role: event.target.value })}>
          <option value="">{handle.choose}</option>
          {Object.keys(data?.roles ?? {}).map((role) => (
            <option key={role} value={role}>
              {names.role(role)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {operations.task.agency}
        <select className="field" value={doer.agency} onChange={(event) => set({ agency: event.target.value })}>
          <option value="">{handle.choose}</option>
          {data?.agencies.map(({ id: agency }) => (
            <option key={agency} value={agency}>
              {names.agency(agency)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
