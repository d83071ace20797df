import { Link } from '@tanstack/react-router';
import { useWords } from '../words/words.tsx';
import { usePageTitle } from './page-title.ts';

export function NotFound() {
  const words = useWords();
  usePageTitle(words.state.notFound);
  return (
    <section className="page message">
      <h1>{words.state.notFound}</h1>
      <p>{words.state.notFoundHelp}</p>
      <p>
        <Link to="/">{words.state.home}</Link>
      </p>
    </section>
  );
}

/** Outside the frame: for an address that nobody knows. */
export function NotFoundPage() {
  return (
    <main>
      <NotFound />
    </main>
  );
}
