import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Case } from '../../../api/cases/case.schema.ts';
import { definitionsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

/** The tracks that the case has opened, as far as the reader sees them. */
export function Children({ matter }: { readonly matter: Case }) {
  const { cases } = useWords();
  const { data: definitions } = useQuery(definitionsQuery);
  const nameOf = (key: string) => definitions?.items.find((definition) => definition.key === key)?.name ?? key;
  if (matter.children.length === 0) return <p className="empty">{cases.noChildren}</p>;
  return (
    <ul className="opinions">
      {matter.children.map(({ id, number, definitionKey, status }) => (
        <li key={id}>
          <Link to="/cases/$id/$tab" params={{ id, tab: 'overview' }} className="nowrap">
            {number ?? nameOf(definitionKey)}
          </Link>{' '}
          <span className="chip plain">{cases.childStatuses[status]}</span>{' '}
          {number && <span className="quiet">{nameOf(definitionKey)}</span>}
        </li>
      ))}
    </ul>
  );
}
