import { Link } from '@tanstack/react-router';
import type { RowsSearch } from '../search.ts';
import { scopeKept, useBoardSearch } from './use-board-search.ts';

interface NumberLinkProps {
  readonly count: number;
  /** What the number counts: steps, narrowed like this. */
  readonly rows: RowsSearch;
  /** Said after the number, where the column does not tell. */
  readonly label?: string;
}

/** A number that leads to the steps that it counts; nothing where there is none. */
export function NumberLink({ count, rows, label }: NumberLinkProps) {
  const { search } = useBoardSearch();
  if (count === 0) return <span className="quiet">0</span>;
  return (
    <Link to="/board/rows" search={{ ...scopeKept(search), ...rows }}>
      {count}
      {label && <span className="hidden"> {label}</span>}
    </Link>
  );
}
