import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TaskCounts } from '../../../api/tasks/task.schema.ts';
import { unreadCopiesQuery } from '../copies/copies.queries.ts';
import { StateLink } from '../parts/state-link.tsx';
import { scopes } from '../search.ts';
import type { Scope } from '../search.ts';
import { countsQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';

function counted(counts: TaskCounts | undefined, scope: Scope) {
  if (scope === 'agency' || scope === 'done') return null;
  const { open } = counts?.[scope] ?? { open: 0 };
  return <span className="quiet count">{counts && open >= counts.upTo ? `${open}+` : open > 0 && open}</span>;
}

/** Whose work is shown: links with their numbers, so that each has its address. */
export function Scopes({ scope }: { readonly scope: Scope }) {
  const { work, operations } = useWords();
  const { data: unread = 0 } = useQuery(unreadCopiesQuery);
  const { data: counts } = useQuery(countsQuery);
  return (
    <nav className="scopes" aria-label={work.scopeLabel}>
      {scopes.map((one) => (
        <StateLink key={one} to={{ to: '/work', search: one === 'mine' ? {} : { scope: one } }} current={one === scope}>
          {work.scopes[one]} {counted(counts, one)}
        </StateLink>
      ))}
      <Link to="/copies">
        {operations.copies.mine} <span className="quiet count">{unread > 0 ? unread : ''}</span>
      </Link>
    </nav>
  );
}
