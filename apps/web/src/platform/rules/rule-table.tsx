import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Reading } from '../../parts/reading.tsx';
import { useWords } from '../../words/words.tsx';
import { indicatorsQuery, rulesQuery } from '../platform.queries.ts';

/** Rules with what was learnt of their hits. */
export function RuleTable() {
  const { platform, rule: words } = useWords();
  const query = useQuery(rulesQuery);
  const { data: indicators } = useQuery(indicatorsQuery);
  if (!query.data) return <Reading query={query} />;
  if (query.data.total === 0) return <p className="empty">{platform.noRules}</p>;
  return (
    <div className="scroller" role="region" aria-label={platform.rules} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {platform.ruleColumns.map((column) => (
              <th scope="col" key={column}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {query.data.items.map(({ key, name, version, indicator, feel, status, learnt }) => (
            <tr key={key}>
              <th scope="row">
                <Link to="/platform/rules/$key" params={{ key }}>
                  {name}
                </Link>{' '}
                <span className="quiet">v{version}</span>
              </th>
              <td>{indicators?.items.find((one) => one.key === indicator)?.name ?? indicator}</td>
              <td>{feel === null ? words.kinds.dmn : <code>{feel}</code>}</td>
              <td className="nowrap">{platform.ruleStates[status]}</td>
              <td>{platform.learnt(learnt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
