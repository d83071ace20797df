import type { ReactNode } from 'react';
import { usePageTitle } from '../frame/page-title.ts';
import { StateLink } from '../parts/state-link.tsx';
import { useWords } from '../words/words.tsx';

interface RulesHeadProps {
  readonly current: 'calendars' | 'periods' | 'ladders';
  readonly about?: string | undefined;
  readonly actions?: ReactNode;
}

/** 规则: what all deadlines are counted by, open to everybody; changed by few. */
export function RulesHead({ current, about, actions }: RulesHeadProps) {
  const { rules } = useWords();
  usePageTitle(rules.title, about ?? rules.pages[current]);
  return (
    <>
      <div className="work-head">
        <h1>
          {rules.pages[current]} {about && <span className="quiet">{about}</span>}
        </h1>
        {actions && <p className="row-actions">{actions}</p>}
      </div>
      <nav className="scopes" aria-label={rules.title}>
        {(['calendars', 'periods', 'ladders'] as const).map((page) => (
          <StateLink key={page} to={{ to: `/admin/${page}` }} current={page === current}>
            {rules.pages[page]}
          </StateLink>
        ))}
      </nav>
    </>
  );
}
