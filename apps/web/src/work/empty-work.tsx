import { Link } from '@tanstack/react-router';
import type { Scope, WorkSearch } from '../search.ts';
import { useWords } from '../words/words.tsx';
import type { UrgencyGroup } from './urgency-groups.ts';

interface EmptyWorkProps {
  readonly search: WorkSearch;
  readonly scope: Scope;
  readonly groups: readonly UrgencyGroup[];
}

export function EmptyWork({ search, scope, groups }: EmptyWorkProps) {
  const { work, act } = useWords();
  const { scope: _, row: _row, ...filters } = search;
  const filtered = Object.keys(filters).length > 0 || groups.some(({ tasks }) => tasks.length > 0);
  return (
    <div className="empty">
      <p>{filtered ? work.noMatch : work.empty[scope]}</p>
      {!filtered && scope === 'mine' && (
        <Link to="/work" search={{ scope: 'group' }} className="button">
          {work.scopes.group}
        </Link>
      )}
      {filtered && (
        <Link to="/work" search={scope === 'mine' ? {} : { scope }} className="button">
          {act.clear}
        </Link>
      )}
    </div>
  );
}
