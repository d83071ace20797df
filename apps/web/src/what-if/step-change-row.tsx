import { useQuery } from '@tanstack/react-query';
import { useNames } from '../parts/names.ts';
import { directoryQuery } from '../server/queries.ts';
import { laddersQuery, periodsQuery } from '../rules/rules.queries.ts';
import { useWhatIfWords } from './what-if-words.ts';

const members = ['agency', 'role', 'assignee', 'period', 'ladder'] as const;
type Member = (typeof members)[number];
/** What a step would say otherwise; null: nobody by name, or none. */
export type StepChange = Partial<Readonly<Record<Member, string | null>>>;

interface StepChangeRowProps {
  readonly name: string;
  readonly change: StepChange;
  readonly onChange: (change: StepChange) => void;
  readonly onRemove: () => void;
}

/** One step and what would be otherwise at it. */
export function StepChangeRow({ name, change, onChange, onRemove }: StepChangeRowProps) {
  const { whatIf } = useWhatIfWords();
  const { assignment: said } = whatIf;
  const names = useNames();
  const { data: directory } = useQuery(directoryQuery);
  const { data: periods } = useQuery(periodsQuery);
  const { data: ladders } = useQuery(laddersQuery);
  const offered: Readonly<Record<Member, readonly (readonly [string, string])[]>> = {
    agency: (directory?.agencies ?? []).map(({ id }) => [id, names.agency(id)]),
    role: Object.keys(directory?.roles ?? {}).map((key) => [key, names.role(key)]),
    assignee: (directory?.people ?? []).map(({ id, name: called, agency }) => [
      id,
      `${called} ${names.agency(agency)}`,
    ]),
    period: (periods?.items ?? []).map(({ key, name: called }) => [key, `${key} ${called}`]),
    ladder: (ladders?.items ?? []).map(({ key, name: called }) => [key, called]),
  };
  return (
    <fieldset className="supposed">
      <legend>{name}</legend>
      <div className="row-actions">
        {members.map((member) => (
          <label key={member} className="stacked">
            {said[member]}
            <select
              className="field inline"
              value={change[member] === undefined ? 'same' : `=${change[member] ?? ''}`}
              onChange={({ target: { value } }) => {
                const { [member]: _, ...others } = change;
                onChange(value === 'same' ? others : { ...others, [member]: value.slice(1) || null });
              }}
            >
              <option value="same">{said.same}</option>
              {(member === 'assignee' || member === 'ladder') && (
                <option value="=">{member === 'assignee' ? said.nobody : whatIf.ladder.none}</option>
              )}
              {offered[member].map(([id, called]) => (
                <option key={id} value={`=${id}`}>
                  {called}
                </option>
              ))}
            </select>
          </label>
        ))}
        <button type="button" className="button small" onClick={onRemove}>
          {whatIf.remove}
          <span className="hidden"> {name}</span>
        </button>
      </div>
    </fieldset>
  );
}
