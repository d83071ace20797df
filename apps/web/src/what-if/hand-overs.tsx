import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNames } from '../parts/names.ts';
import { directoryQuery } from '../server/queries.ts';
import { useWhatIfWords } from './what-if-words.ts';

interface HandOversProps {
  /** From whom to whom. */
  readonly people: Readonly<Record<string, string>>;
  readonly onChange: (people: Readonly<Record<string, string>>) => void;
}

/** Whose open tasks would be with whom instead. */
export function HandOvers({ people, onChange }: HandOversProps) {
  const { whatIf } = useWhatIfWords();
  const { assignment: said } = whatIf;
  const names = useNames();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const isReady = from !== '' && to !== '' && from !== to;
  return (
    <fieldset className="supposed">
      <legend>{said.people}</legend>
      <ul className="told">
        {Object.entries(people).map(([old, now]) => {
          const { [old]: _, ...others } = people;
          const text = said.handOver(names.person(old), names.person(now));
          return (
            <li key={old}>
              {text}{' '}
              <button type="button" className="button small" onClick={() => onChange(others)}>
                {whatIf.remove}
                <span className="hidden"> {text}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <div className="row-actions">
        <PersonChoice label={said.from} value={from} onChange={setFrom} />
        <PersonChoice label={said.to} value={to} onChange={setTo} />
        <button
          type="button"
          className="button small"
          aria-disabled={!isReady}
          onClick={() => {
            if (!isReady) return;
            onChange({ ...people, [from]: to });
            setFrom('');
            setTo('');
          }}
        >
          {said.add}
        </button>
      </div>
    </fieldset>
  );
}

interface PersonChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

function PersonChoice({ label, value, onChange }: PersonChoiceProps) {
  const { whatIf } = useWhatIfWords();
  const names = useNames();
  const { data } = useQuery(directoryQuery);
  return (
    <label>
      {label}{' '}
      <select className="field inline" value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{whatIf.assignment.choosePerson}</option>
        {(data?.people ?? []).map(({ id, name, agency }) => (
          <option key={id} value={id}>
            {name} {names.agency(agency)}
          </option>
        ))}
      </select>
    </label>
  );
}
