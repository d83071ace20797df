import { Link } from '@tanstack/react-router';
import type { MechanismSummary } from '../../../api/mechanisms/mechanism.schema.ts';
import { useWords } from '../words/words.tsx';

/** What each procedure is for, who starts it, and its cases. */
export function ProcedureTable({ procedures }: Pick<MechanismSummary, 'procedures'>) {
  const { mechanisms, cases } = useWords();
  const { columns } = mechanisms;
  return (
    <div className="scroller" role="region" aria-label={mechanisms.procedures} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{columns.procedure}</th>
            <th scope="col">{columns.purpose}</th>
            <th scope="col">{columns.opens}</th>
            <th scope="col" className="number">
              {columns.open}
            </th>
          </tr>
        </thead>
        <tbody>
          {procedures.map(({ key, name, version, opens, documentation, open }) => (
            <tr key={key}>
              <th scope="row">
                {name}
                <div className="second-line nowrap">
                  {version === null ? mechanisms.notPublished : cases.version(version)}
                </div>
              </th>
              <td className="basis">{documentation}</td>
              <td className="nowrap">{opens ? mechanisms.opens : mechanisms.calledOnly}</td>
              <td className="number">
                <Link to="/cases" search={{ procedure: key }}>
                  {open}
                  <span className="hidden"> {name}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
