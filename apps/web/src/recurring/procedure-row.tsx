import { Link } from '@tanstack/react-router';
import type { Summary } from '../../../api/recurring/recurring.schema.ts';
import { useNames } from '../parts/names.ts';
import { useWords } from '../words/words.tsx';
import { useAudience } from './use-audience.ts';
import { WhyThen } from './why-then.tsx';

/** One recurring procedure: whom for, how often, when next. */
export function ProcedureRow({ procedure }: { readonly procedure: Summary }) {
  const { recurring } = useWords();
  const names = useNames();
  const audience = useAudience();
  const { id, name, mechanism, definitionName, definitionKey, cycle, opens, next, counts, status, owner, against } =
    procedure;
  return (
    <tr>
      <th scope="row">
        <Link to="/recurring/$id" params={{ id }}>
          {name}
        </Link>
        <div className="second-line">
          {mechanism} {definitionName ?? definitionKey}
        </div>
      </th>
      <td>
        {recurring.cycles[cycle]}
        <div className="second-line">{opens}</div>
      </td>
      <td>{audience(procedure)}</td>
      <td>
        {next ? <WhyThen next={next} /> : <span className="quiet">{recurring.noNext}</span>}
        {counts.missed > 0 && status === 'active' && (
          <span className="chip late">{recurring.missed(counts.missed)}</span>
        )}
        {counts.stuck > 0 && <span className="chip severe">{recurring.stuck(counts.stuck)}</span>}
        {against !== null && <span className="chip severe">{recurring.wouldFail}</span>}
      </td>
      <td>{counts.opened}</td>
      <td className="nowrap">
        <span className="chip plain">{recurring.statuses[status]}</span>
      </td>
      <td className="nowrap">{names.person(owner)}</td>
    </tr>
  );
}
