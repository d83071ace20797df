import { StateLink } from '../parts/state-link.tsx';
import { scopes } from '../search.ts';
import type { Scope } from '../search.ts';
import { useWords } from '../words/words.tsx';

/** Whose work is shown: links, so that each has its address. */
export function Scopes({ scope }: { readonly scope: Scope }) {
  const { work } = useWords();
  return (
    <nav className="scopes" aria-label={work.scopeLabel}>
      {scopes.map((one) => (
        <StateLink key={one} to={{ to: '/work', search: one === 'mine' ? {} : { scope: one } }} current={one === scope}>
          {work.scopes[one]}
        </StateLink>
      ))}
    </nav>
  );
}
