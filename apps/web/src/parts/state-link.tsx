import { useRouter } from '@tanstack/react-router';
import type { NavigateOptions } from '@tanstack/react-router';
import type { ReactNode } from 'react';

interface StateLinkProps {
  readonly to: NavigateOptions;
  /** Whether the reader is there: said by the page, which knows more than the address. */
  readonly current: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to another state of a page. */
export function StateLink({ to, current, className, children }: StateLinkProps) {
  const router = useRouter();
  return (
    <a
      href={router.buildLocation(to).href}
      className={className}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return;
        event.preventDefault();
        void router.navigate(to);
      }}
    >
      {children}
    </a>
  );
}
