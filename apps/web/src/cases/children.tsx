import { Link } from '@tanstack/react-router';
import type { Case } from '../../../api/cases/case.schema.ts';
import { useWords } from '../words/words.tsx';

export function Children({ matter }: { readonly matter: Case }) {
  const { cases } = useWords();
  if (matter.children.length === 0) return <p className="empty">{cases.noChildren}</p>;
  return (
    <ul className="opinions">
      {matter.children.map(({ id, number, definitionKey, status }) => (
        <li key={id}>
          <Link to="/cases/$id/$tab" params={{ id, tab: 'overview' }}>
            {number ?? definitionKey}
          </Link>{' '}
          <span className="chip plain">{cases.childStatuses[status]}</span>
        </li>
      ))}
    </ul>
  );
}
