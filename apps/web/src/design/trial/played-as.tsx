import { useQuery } from '@tanstack/react-query';
import { useNames } from '../../parts/names.ts';
import { directoryQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';

interface PlayedAsProps {
  readonly as: string;
  readonly onAs: (as: string) => void;
}

/** In whose shoes one acts: in everybody's, or judged as one person with that person's posts. */
export function PlayedAs({ as, onAs }: PlayedAsProps) {
  const { design } = useDesign();
  const names = useNames();
  const { data } = useQuery(directoryQuery);
  const people = (data?.people ?? []).filter(({ roles }) => roles.length > 0);
  return (
    <label className="row-actions">
      {design.trial.as}
      <select className="field inline" value={as} onChange={(event) => onAs(event.target.value)}>
        <option value="">{design.trial.everybody}</option>
        {people.map(({ id, name, agency, title }) => (
          <option key={id} value={id}>
            {name} {names.agency(agency)} {title}
          </option>
        ))}
      </select>
    </label>
  );
}
