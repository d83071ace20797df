import { useQuery } from '@tanstack/react-query';
import { proceduresQuery } from '../design/design.queries.ts';

interface ProcedureSelectProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (key: string) => void;
}

/** A published procedure, by its name. */
export function ProcedureSelect({ label, value, onChoose }: ProcedureSelectProps) {
  const { data } = useQuery(proceduresQuery);
  return (
    <label>
      {label}{' '}
      <select className="field inline" value={value ?? ''} onChange={({ target }) => onChoose(target.value)}>
        <option value="" disabled />
        {(data?.items ?? [])
          .filter(({ kind }) => kind === 'process')
          .map(({ key, name }) => (
            <option key={key} value={key}>
              {name} · {key}
            </option>
          ))}
      </select>
    </label>
  );
}
