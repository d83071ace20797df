import { Link } from '@tanstack/react-router';
import { scopes } from '../search.ts';
import type { Scope } from '../search.ts';
import { useWords } from '../words/words.tsx';

/** Whose work is shown: links, so that each has its address. */
export function Scopes({ scope }: { readonly scope: Scope }) {
  const { work } = useWords();
  return (
    <nav className="scopes" aria-label={work.scopeLabel}>
      {scopes.map((one) => (
        <Link
          key={one}
          to="/work"
          search={one === 'mine' ? {} : { scope: one }}
          activeProps={{}}
          aria-current={one === scope ? 'true' : undefined}
        >
          {work.scopes[one]}
        </Link>
      ))}
    </nav>
  );
}
