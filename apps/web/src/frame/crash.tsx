import { useRouter } from '@tanstack/react-router';
import { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

/** What stands in for a page that cannot be shown. */
export function Crash({ error }: { readonly error: unknown }) {
  const words = useWords();
  const router = useRouter();
  if (error instanceof Problem) return <ProblemPanel error={error} onRetry={() => void router.invalidate()} />;
  return (
    <section className="page message" role="alert">
      <h1>{words.state.failed}</h1>
      <p>{words.state.crashed}</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        {words.state.reload}
      </button>
    </section>
  );
}
