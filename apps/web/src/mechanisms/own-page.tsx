import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';

/** The page that a mechanism has besides this one. */
export function OwnPage({ page }: { readonly page: string | null }) {
  const { mechanisms } = useWords();
  if (page === null) return null;
  const link = { to: `/${page}` } as { to: '/duties' };
  return (
    <Link {...link} className="button small">
      {mechanisms.pages[page] ?? page}
    </Link>
  );
}
